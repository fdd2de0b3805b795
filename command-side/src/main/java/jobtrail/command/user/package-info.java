/** Users: people who work in the shop. */
@NullMarked
package jobtrail.command.user;

import org.jspecify.annotations.NullMarked;
