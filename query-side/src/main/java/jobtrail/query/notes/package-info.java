/** What was noted about serials at a step? */
@NullMarked
package jobtrail.query.notes;

import org.jspecify.annotations.NullMarked;
