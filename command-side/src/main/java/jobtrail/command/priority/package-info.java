/** In which order does the shop work on its jobs: set as a whole. */
@NullMarked
package jobtrail.command.priority;

import org.jspecify.annotations.NullMarked;
