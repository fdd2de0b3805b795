/** Where is each serial? */
@NullMarked
package jobtrail.query.serials;

import org.jspecify.annotations.NullMarked;
