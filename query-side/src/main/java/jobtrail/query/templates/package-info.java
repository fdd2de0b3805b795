/** Which templates are there? */
@NullMarked
package jobtrail.query.templates;

import org.jspecify.annotations.NullMarked;
