/** What both sides say over HTTP in the same way: problems, limits, headers and the JSON itself. */
@NullMarked
package jobtrail.http;

import org.jspecify.annotations.NullMarked;
