package jobtrail.command.serial;

import java.time.Instant;

/**
 * Who caused a serial's last event, and when it was recorded.
 *
 * @param actor user id, or {@code anonymous}
 */
record LastEvent(String actor, Instant recordedAt) {}
