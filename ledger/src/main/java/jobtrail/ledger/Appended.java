package jobtrail.ledger;

import java.time.Instant;

/**
 * Where an append landed. All its events stand side by side.
 *
 * @param firstPosition position of its first event
 * @param lastPosition position of its last event
 * @param recordedAt the one time that all its events carry, in milliseconds
 */
public record Appended(long firstPosition, long lastPosition, Instant recordedAt) {}
