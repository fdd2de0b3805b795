/** What the Shop Planr API documents, endpoint by endpoint, held against a running shop. */
@NullMarked
package jobtrail.contract;

import org.jspecify.annotations.NullMarked;
