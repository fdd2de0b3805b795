package jobtrail.query.platform;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** When an event happened and who caused it, in every way that views keep. */
public final class Moment {

  private static final String ANONYMOUS = "anonymous";

  private final DomainEventMessage<?> event;
  private final long position;

  private Moment(DomainEventMessage<?> event, long position) {
    this.event = event;
    this.position = position;
  }

  static Moment of(Object message) {
    if (message instanceof TrackedEventMessage<?> tracked
        && message instanceof DomainEventMessage<?> event) {
      return new Moment(event, tracked.trackingToken().position().orElseThrow());
    }
    throw new IllegalArgumentException("Not an event from the ledger: " + message);
  }

  /** Of the event in the ledger. */
  public long position() {
    return position;
  }

  /** When the ledger recorded it. */
  public Instant at() {
    return event.getTimestamp();
  }

  /** Its sequence number in its own stream. */
  public long version() {
    return event.getSequenceNumber();
  }

  /** User id of who caused it, or {@code anonymous}. */
  public String actor() {
    return event.getMetaData().getOrDefault("actor", ANONYMOUS).toString();
  }

  /** When the floor says it happened, as it stands in the ledger; null when nobody said. */
  public @Nullable String occurredAt() {
    return event.getMetaData().get("occurredAt") instanceof String said ? said : null;
  }
}
