/** What all views need: processors, positions, waiting, health, rebuilding. */
@NullMarked
package jobtrail.query.platform;

import org.jspecify.annotations.NullMarked;
