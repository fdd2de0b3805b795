/** What can happen to a job: one order of production work. */
@NullMarked
package jobtrail.events.job;

import org.jspecify.annotations.NullMarked;
