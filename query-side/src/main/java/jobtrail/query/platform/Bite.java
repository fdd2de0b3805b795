package jobtrail.query.platform;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Some events in a row, handed to Axon as one message: counting its queue for each of them took a
 * fifth of the reading. Every event in it keeps its own position.
 */
record Bite(List<TrackedEventMessage<?>> events) {

  /** Small enough that full queues of them are no burden. */
  static final int MOST_EVENTS = 16;

  /** At least one event as one message, at the position of the last. */
  static TrackedEventMessage<?> of(List<TrackedEventMessage<?>> events) {
    return events.size() == 1
        ? events.getFirst()
        : new GenericTrackedEventMessage<>(
            events.getLast().trackingToken(),
            GenericEventMessage.asEventMessage(new Bite(List.copyOf(events))));
  }

  /** The events of a message that may be such a one, in order. */
  static List<? extends TrackedEventMessage<?>> eventsOf(EventMessage<?> message) {
    return message.getPayload() instanceof Bite bite
        ? bite.events
        : List.of((TrackedEventMessage<?>) message);
  }
}
