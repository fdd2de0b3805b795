/**
 * The ledger: every event of the shop, append-only, gapless, hash-chained, in PostgreSQL behind
 * Axon's storage engine.
 */
@NullMarked
package jobtrail.ledger;

import org.jspecify.annotations.NullMarked;
