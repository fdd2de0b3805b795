/** Which items wait in which state, and for how long? */
@NullMarked
package jobtrail.query.itemboard;

import org.jspecify.annotations.NullMarked;
