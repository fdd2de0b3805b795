/** What can happen to a serial: one unit that travels a path. */
@NullMarked
package jobtrail.events.serial;

import org.jspecify.annotations.NullMarked;
