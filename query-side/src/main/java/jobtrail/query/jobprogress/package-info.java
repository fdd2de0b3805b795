/** Counters per path and step, so that progress never counts serials. */
@NullMarked
package jobtrail.query.jobprogress;

import org.jspecify.annotations.NullMarked;
