/** Paths: laid out, changed, given up. */
@NullMarked
package jobtrail.command.path;

import org.jspecify.annotations.NullMarked;
