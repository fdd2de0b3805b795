/** What can happen to a note: words that somebody on the floor left about serials at a step. */
@NullMarked
package jobtrail.events.note;

import org.jspecify.annotations.NullMarked;
