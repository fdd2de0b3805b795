package jobtrail.query.items;

import java.time.Instant;
import jobtrail.events.item.ItemEvent.JobItemAdded;
import jobtrail.events.item.ItemState;
import jobtrail.query.platform.Moment;
import org.jspecify.annotations.Nullable;

/**
 * One item as its events left it.
 *
 * @param statePosition of the event that brought it to its state
 * @param stateSince when that was recorded
 * @param artworkVersion how many times artwork has come
 * @param proofReference of the proof that was sent last; null before the first
 */
record ItemRow(
    String itemId,
    String jobId,
    long number,
    String name,
    int quantity,
    @Nullable String productCode,
    ItemState state,
    long statePosition,
    Instant stateSince,
    int artworkVersion,
    @Nullable String proofReference,
    long createdPosition,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  static ItemRow of(JobItemAdded event, Moment when) {
    return new ItemRow(
        event.itemId().value(),
        event.jobId().value(),
        event.number(),
        event.name(),
        event.quantity(),
        event.productCode(),
        event.to(),
        when.position(),
        when.at(),
        0,
        null,
        when.position(),
        when.at(),
        when.at(),
        when.version());
  }

  /** The same item after some events. */
  ItemRow after(ItemChange change) {
    ItemChange.Arrival arrival = change.arrival();
    Integer artwork = change.artworkVersion();
    String proof = change.proofReference();
    return new ItemRow(
        itemId,
        jobId,
        number,
        name,
        quantity,
        productCode,
        arrival == null ? state : arrival.state(),
        arrival == null ? statePosition : arrival.position(),
        arrival == null ? stateSince : arrival.at(),
        artwork == null ? artworkVersion : artwork,
        proof == null ? proofReference : proof,
        createdPosition,
        createdAt,
        change.when().at(),
        change.when().version());
  }
}
