package jobtrail.ledger;

import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store over the ledger; what is published in a unit of work is appended when it
 * commits.
 */
public final class LedgerEventStore extends AbstractEventStore {

  private final LedgerMessageSource source;

  private LedgerEventStore(Builder builder, LedgerMessageSource source) {
    super(builder);
    this.source = source;
  }

  static LedgerEventStore over(LedgerStorageEngine engine, LedgerMessageSource source) {
    Builder builder = new Builder();
    builder.storageEngine(engine);
    return new LedgerEventStore(builder, source);
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
    return source.openStream(trackingToken);
  }

  private static final class Builder extends AbstractEventStore.Builder {}
}
