/** Rules that know through others what they may not know themselves. */
@NullMarked
package jobtrail.command.offenders.hands;

import org.jspecify.annotations.NullMarked;
