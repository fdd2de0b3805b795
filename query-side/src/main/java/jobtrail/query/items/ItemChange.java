package jobtrail.query.items;

import java.time.Instant;
import jobtrail.events.item.ItemEvent;
import jobtrail.events.item.ItemEvent.ArtworkAdded;
import jobtrail.events.item.ItemEvent.ArtworkReceived;
import jobtrail.events.item.ItemEvent.ProofSent;
import jobtrail.events.item.ItemState;
import jobtrail.query.platform.Moment;
import org.jspecify.annotations.Nullable;

/**
 * What one or more events of an item change; a null leaves what it stands for as it is.
 *
 * @param arrival how it came to the state that they left it in
 * @param proofReference of the proof that was sent last
 * @param when the last of them happened
 */
record ItemChange(
    String itemId,
    @Nullable Arrival arrival,
    @Nullable Integer artworkVersion,
    @Nullable String proofReference,
    Moment when) {

  /** How an item came to a state. */
  record Arrival(ItemState state, long position, Instant at) {}

  static ItemChange of(ItemEvent event, Moment when) {
    ItemState to = event.to();
    return new ItemChange(
        event.itemId().value(),
        to == null ? null : new Arrival(to, when.position(), when.at()),
        switch (event) {
          case ArtworkReceived came -> came.artworkVersion();
          case ArtworkAdded came -> came.artworkVersion();
          default -> null;
        },
        event instanceof ProofSent sent ? sent.proofReference() : null,
        when);
  }

  /** Both changes, one after the other. */
  ItemChange then(ItemChange later) {
    return new ItemChange(
        itemId,
        later.arrival == null ? arrival : later.arrival,
        later.artworkVersion == null ? artworkVersion : later.artworkVersion,
        later.proofReference == null ? proofReference : later.proofReference,
        later.when);
  }
}
