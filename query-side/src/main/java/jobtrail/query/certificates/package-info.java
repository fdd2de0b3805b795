/** Which certificates are there, and which serials do they vouch for? */
@NullMarked
package jobtrail.query.certificates;

import org.jspecify.annotations.NullMarked;
