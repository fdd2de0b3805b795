/** Tests of the whole: what holds across both sides. */
@NullMarked
package jobtrail;

import org.jspecify.annotations.NullMarked;
