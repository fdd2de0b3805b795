/** Jobs: taken in and changed. */
@NullMarked
package jobtrail.command.job;

import org.jspecify.annotations.NullMarked;
