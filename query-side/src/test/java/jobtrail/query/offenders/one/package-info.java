/** Half of a circle between features. */
@NullMarked
package jobtrail.query.offenders.one;

import org.jspecify.annotations.NullMarked;
