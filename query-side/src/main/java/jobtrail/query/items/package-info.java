/** What has become of each item, and what happened to it on the way? */
@NullMarked
package jobtrail.query.items;

import org.jspecify.annotations.NullMarked;
