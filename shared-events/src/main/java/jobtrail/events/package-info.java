/** The facts of the shop: events, ids and enums that both sides share. Knows no framework. */
@NullMarked
package jobtrail.events;

import org.jspecify.annotations.NullMarked;
