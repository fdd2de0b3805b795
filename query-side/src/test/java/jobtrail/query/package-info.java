/** Tests of the read side as a whole. */
@NullMarked
package jobtrail.query;

import org.jspecify.annotations.NullMarked;
