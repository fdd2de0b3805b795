package jobtrail.ledger;

import java.util.Map;
import java.util.function.Supplier;
import jobtrail.events.DomainEvent;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** What stands in the ledger of one event. Who did it and where is read only once it is asked. */
final class StoredMessage implements Message<DomainEvent> {

  private static final long serialVersionUID = 1L;

  private final String eventId;
  private final DomainEvent fact;
  private final transient Supplier<MetaData> unread;
  private volatile @Nullable MetaData metadata;

  StoredMessage(String eventId, DomainEvent fact, Supplier<MetaData> metadata) {
    this.eventId = eventId;
    this.fact = fact;
    this.unread = metadata;
  }

  @Override
  public String getIdentifier() {
    return eventId;
  }

  /** Several readers may read it at once, and read the same. */
  @Override
  public MetaData getMetaData() {
    MetaData known = metadata;
    if (known == null) {
      known = unread.get();
      metadata = known;
    }
    return known;
  }

  @Override
  public DomainEvent getPayload() {
    return fact;
  }

  @Override
  @SuppressWarnings("unchecked") // as Axon declares it
  public Class<DomainEvent> getPayloadType() {
    return (Class<DomainEvent>) fact.getClass();
  }

  @Override
  public Message<DomainEvent> withMetaData(Map<String, ?> other) {
    return new GenericMessage<>(eventId, fact, other);
  }

  @Override
  public Message<DomainEvent> andMetaData(Map<String, ?> more) {
    return withMetaData(getMetaData().mergedWith(more));
  }
}
