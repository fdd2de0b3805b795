/** Who works in the shop? */
@NullMarked
package jobtrail.query.users;

import org.jspecify.annotations.NullMarked;
