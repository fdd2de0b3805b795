/** Job items: what can be asked of a product line on its way through prepress, and the rules. */
@NullMarked
package jobtrail.command.item;

import org.jspecify.annotations.NullMarked;
