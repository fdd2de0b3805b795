package jobtrail.command.platform;

import java.time.Instant;
import jobtrail.events.item.ItemId;
import jobtrail.events.item.ItemState;
import jobtrail.events.job.JobId;
import org.jspecify.annotations.Nullable;

/**
 * A job item as commands answer it: its own, and the one that takes in its job.
 *
 * @param number from a counter of all items
 * @param artworkVersion how many times artwork has come
 * @param proofReference of the proof last sent; null when none was
 */
public record ItemAnswer(
    ItemId id,
    JobId jobId,
    long number,
    String name,
    int quantity,
    @Nullable String productCode,
    ItemState state,
    int artworkVersion,
    @Nullable String proofReference,
    Instant createdAt,
    Instant updatedAt) {}
