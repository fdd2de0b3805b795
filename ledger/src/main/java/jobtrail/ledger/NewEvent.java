package jobtrail.ledger;

import org.jspecify.annotations.Nullable;

/**
 * An event that wants to be stored, with all that is known before the ledger gives it a position.
 *
 * @param jobId the job it belongs to; null for what belongs to no job
 * @param sequenceNumber its place in its own stream, from 0
 * @param payload JSON text, stored byte for byte
 * @param metadata JSON text, stored byte for byte
 */
public record NewEvent(
    @Nullable String jobId,
    String streamType,
    String streamId,
    long sequenceNumber,
    String eventId,
    String name,
    int revision,
    String payload,
    String metadata) {}
