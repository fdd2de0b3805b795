package jobtrail.ledger;

import java.util.Map;
import java.util.function.Supplier;
import jobtrail.events.DomainEvent;
import jobtrail.events.EventNames;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Turns Axon's messages into what the ledger stores, and back. */
public final class EventTranslator {

  private static final TypeReference<Map<String, Object>> METADATA = new TypeReference<>() {};

  private final ObjectMapper json;

  EventTranslator(StoredNamesSerializer serializer) {
    this.json = serializer.getObjectMapper();
  }

  /**
   * A message of an aggregate as an event to be stored.
   *
   * @throws IllegalArgumentException for a message that belongs to no stream or carries no event of
   *     ours
   */
  public NewEvent toStore(EventMessage<?> message) {
    if (!(message instanceof DomainEventMessage<?> of
        && of.getPayload() instanceof DomainEvent event)) {
      throw new IllegalArgumentException(
          "Not an event of an aggregate: " + message.getPayloadType());
    }
    return toStore(event, of.getSequenceNumber(), message.getIdentifier(), message.getMetaData());
  }

  /** An event as it will be stored in its own stream at a sequence number. */
  public NewEvent toStore(
      DomainEvent event, long sequenceNumber, String eventId, Map<String, ?> metadata) {
    EventNames.Name name = EventNames.nameOf(event.getClass());
    return new NewEvent(
        event.jobId() == null ? null : event.jobId().value(),
        name.streamType(),
        event.streamId(),
        sequenceNumber,
        eventId,
        name.name(),
        name.revision(),
        json.writeValueAsString(event),
        json.writeValueAsString(metadata));
  }

  /**
   * The fact behind a stored event.
   *
   * @throws UnreadableEvent when its name is unknown or its JSON lacks something
   */
  public DomainEvent fact(StoredEvent stored) {
    NewEvent event = stored.event();
    Class<? extends DomainEvent> type = EventNames.classOf(event.name());
    if (type == null) {
      throw new UnreadableEvent(stored, "its name is unknown", null);
    }
    if (event.revision() > EventNames.nameOf(type).revision()) {
      throw new UnreadableEvent(stored, "a newer version of Jobtrail wrote it", null);
    }
    try {
      @Nullable DomainEvent fact = json.readValue(event.payload(), type);
      if (fact == null) {
        throw new UnreadableEvent(stored, "it says nothing", null);
      }
      return fact;
    } catch (JacksonException e) {
      throw new UnreadableEvent(stored, e.getOriginalMessage(), e);
    }
  }

  /**
   * A stored event as Axon's message; its timestamp is when the ledger recorded it.
   *
   * @throws UnreadableEvent as {@link #fact}
   */
  public DomainEventMessage<DomainEvent> message(StoredEvent stored) {
    NewEvent event = stored.event();
    return new GenericDomainEventMessage<>(
        event.streamType(),
        event.streamId(),
        event.sequenceNumber(),
        new StoredMessage(event.eventId(), fact(stored), metadata(stored)),
        stored.recordedAt());
  }

  /**
   * To be read when somebody asks for it, which few do. The column holds JSON of some kind and
   * nothing else; an object is seen to be one without reading it.
   */
  private Supplier<MetaData> metadata(StoredEvent stored) {
    String text = stored.event().metadata();
    if (!text.stripLeading().startsWith("{")) {
      throw new UnreadableEvent(stored, "its metadata is missing or broken", null);
    }
    return () -> {
      try {
        return MetaData.from(json.readValue(text, METADATA));
      } catch (JacksonException e) {
        throw new UnreadableEvent(stored, "its metadata is broken", e);
      }
    };
  }
}
