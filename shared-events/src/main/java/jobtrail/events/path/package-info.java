/** What can happen to a path: a route of process steps that serials travel. */
@NullMarked
package jobtrail.events.path;

import org.jspecify.annotations.NullMarked;
