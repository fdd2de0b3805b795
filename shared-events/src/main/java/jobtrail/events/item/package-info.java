/** What can happen to a job item: a product line of a job on its way through prepress. */
@NullMarked
package jobtrail.events.item;

import org.jspecify.annotations.NullMarked;
