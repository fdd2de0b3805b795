/** Notes: written down, about serials at a step. */
@NullMarked
package jobtrail.command.note;

import org.jspecify.annotations.NullMarked;
