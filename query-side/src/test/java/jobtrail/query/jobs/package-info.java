/** Tests of what a job's answer is made of. */
@NullMarked
package jobtrail.query.jobs;

import org.jspecify.annotations.NullMarked;
