/** Both sides in one process, on a PostgreSQL it brings along: the default way to run Jobtrail. */
@NullMarked
package jobtrail.standalone;

import org.jspecify.annotations.NullMarked;
