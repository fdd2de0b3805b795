package jobtrail.ledger;

import java.time.Instant;

/**
 * Where the ledger ends.
 *
 * @param position of the last event; 0 for an empty ledger
 * @param hash of the last event, which proves the whole past; 32 zero bytes for an empty ledger
 * @param recordedAt of the last event; the epoch for an empty ledger
 */
public record LedgerHead(long position, byte[] hash, Instant recordedAt) {

  /** The end of a ledger without events. */
  public static final LedgerHead GENESIS = new LedgerHead(0, new byte[32], Instant.EPOCH);
}
