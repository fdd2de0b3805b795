/** Serials: issued to a path and moved along it. */
@NullMarked
package jobtrail.command.serial;

import org.jspecify.annotations.NullMarked;
