/** What can happen to the order in which the shop works on its jobs. */
@NullMarked
package jobtrail.events.priority;

import org.jspecify.annotations.NullMarked;
