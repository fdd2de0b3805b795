/** By which steps does a path lead, and where do its serials stand? */
@NullMarked
package jobtrail.query.paths;

import org.jspecify.annotations.NullMarked;
