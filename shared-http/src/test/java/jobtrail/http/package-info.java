/** Real requests against a small application that answers as both sides do. */
@NullMarked
package jobtrail.http;

import org.jspecify.annotations.NullMarked;
