/** The read side: events become read models, read models answer queries. */
@NullMarked
package jobtrail.query;

import org.jspecify.annotations.NullMarked;
