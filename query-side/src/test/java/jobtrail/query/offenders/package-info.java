/** Classes that break a rule each, to show that the rules can fail. */
@NullMarked
package jobtrail.query.offenders;

import org.jspecify.annotations.NullMarked;
