/**
 * What the features of the command side lend one another: who commands, how a command is ruled on
 * and stored, what is known of routes.
 */
@NullMarked
package jobtrail.command.platform;

import org.jspecify.annotations.NullMarked;
