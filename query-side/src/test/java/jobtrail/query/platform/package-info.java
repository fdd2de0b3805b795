/** Tests of what carries events to the views. */
@NullMarked
package jobtrail.query.platform;

import org.jspecify.annotations.NullMarked;
