/** Certificates: put on file. */
@NullMarked
package jobtrail.command.certificate;

import org.jspecify.annotations.NullMarked;
