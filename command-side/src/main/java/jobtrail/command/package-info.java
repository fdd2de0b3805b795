/** The command side: HTTP command to decider to events. */
@NullMarked
package jobtrail.command;

import org.jspecify.annotations.NullMarked;
