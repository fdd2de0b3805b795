/** How far are a job's items? Counters per job, so that nobody has to count items. */
@NullMarked
package jobtrail.query.jobitems;

import org.jspecify.annotations.NullMarked;
