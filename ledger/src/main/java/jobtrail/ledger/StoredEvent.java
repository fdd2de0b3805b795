package jobtrail.ledger;

import java.time.Instant;

/**
 * An event as it stands in the ledger.
 *
 * @param position its place in the whole ledger, from 1, without holes
 * @param recordedAt when the ledger learned of it, in milliseconds, never before its predecessor's
 * @param hash SHA-256 over the previous hash and every stored field, 32 bytes
 */
public record StoredEvent(long position, NewEvent event, Instant recordedAt, byte[] hash) {}
