/** Which jobs are there, and how far is each? */
@NullMarked
package jobtrail.query.jobs;

import org.jspecify.annotations.NullMarked;
