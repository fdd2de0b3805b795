/** What waits at which step, and for whom? */
@NullMarked
package jobtrail.query.workqueue;

import org.jspecify.annotations.NullMarked;
