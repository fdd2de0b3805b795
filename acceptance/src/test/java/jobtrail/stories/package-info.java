/** Days in the shop, told over HTTP. */
@NullMarked
package jobtrail.stories;

import org.jspecify.annotations.NullMarked;
