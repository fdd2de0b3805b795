@NullMarked
package jobtrail.query.jobitems;

import org.jspecify.annotations.NullMarked;
