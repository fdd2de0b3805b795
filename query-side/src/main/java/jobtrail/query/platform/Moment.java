package jobtrail.query.platform;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * When an event happened, in every way that views keep.
 *
 * @param position of the event in the ledger
 * @param at when the ledger recorded it
 * @param version its sequence number in its own stream
 * @param actor user id of who caused it, or {@code anonymous}
 * @param occurredAt when the floor says it happened, as it stands in the ledger; null when nobody
 *     said
 */
public record Moment(
    long position, Instant at, long version, String actor, @Nullable String occurredAt) {

  private static final String ANONYMOUS = "anonymous";

  static Moment of(Object message) {
    if (message instanceof TrackedEventMessage<?> tracked
        && message instanceof DomainEventMessage<?> event) {
      return new Moment(
          tracked.trackingToken().position().orElseThrow(),
          event.getTimestamp(),
          event.getSequenceNumber(),
          tracked.getMetaData().getOrDefault("actor", ANONYMOUS).toString(),
          tracked.getMetaData().get("occurredAt") instanceof String said ? said : null);
    }
    throw new IllegalArgumentException("Not an event from the ledger: " + message);
  }
}
