/** Half of a circle between features. */
@NullMarked
package jobtrail.query.offenders.two;

import org.jspecify.annotations.NullMarked;
