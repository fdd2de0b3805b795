/** What can happen to a certificate: a paper that vouches for a material or a process. */
@NullMarked
package jobtrail.events.certificate;

import org.jspecify.annotations.NullMarked;
