package jobtrail.query.items;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import jobtrail.events.item.ItemState;
import org.jspecify.annotations.Nullable;

/** An item as it is answered. */
@Schema(name = "JobItem")
record ItemView(
    String id,
    String jobId,
    @Schema(description = "From one counter of all items") long number,
    String name,
    int quantity,
    @Nullable String productCode,
    ItemState state,
    @Schema(description = "How many times artwork has come") int artworkVersion,
    @Schema(description = "Of the proof that was sent last") @Nullable String proofReference,
    Instant createdAt,
    Instant updatedAt) {

  static ItemView of(ItemRow row) {
    return new ItemView(
        row.itemId(),
        row.jobId(),
        row.number(),
        row.name(),
        row.quantity(),
        row.productCode(),
        row.state(),
        row.artworkVersion(),
        row.proofReference(),
        row.createdAt(),
        row.updatedAt());
  }
}
