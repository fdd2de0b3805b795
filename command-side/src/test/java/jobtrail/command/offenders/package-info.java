/** Classes that break a wall each, to prove that the wall would fall on them. */
@NullMarked
package jobtrail.command.offenders;

import org.jspecify.annotations.NullMarked;
