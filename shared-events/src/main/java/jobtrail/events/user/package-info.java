/** What can happen to a user: a person who works in the shop. */
@NullMarked
package jobtrail.events.user;

import org.jspecify.annotations.NullMarked;
