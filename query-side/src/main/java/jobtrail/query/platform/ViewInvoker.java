package jobtrail.query.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.MultiEventHandlerInvoker;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;

/**
 * Hands events to a view's projection, past Axon's layers, each of which asks once more whether an
 * event is for a segment and looks for it through all handlers.
 */
final class ViewInvoker implements EventHandlerInvoker {

  private final EventHandlerInvoker axon;
  private final List<EventMessageHandler> projections;
  private final IntConsumer released;
  private final Map<Class<?>, Boolean> handled = new ConcurrentHashMap<>();

  /** Calls {@code released} with each segment that this node gives away. */
  ViewInvoker(EventHandlerInvoker axon, IntConsumer released) {
    this.axon = axon;
    this.projections = projections(axon);
    this.released = released;
  }

  private static List<EventMessageHandler> projections(EventHandlerInvoker axon) {
    return switch (axon) {
      case MultiEventHandlerInvoker several ->
          several.delegates().stream().flatMap(one -> projections(one).stream()).toList();
      case SimpleEventHandlerInvoker one -> one.eventHandlers();
      default -> throw new IllegalArgumentException("Whose handlers are these? " + axon);
    };
  }

  @Override
  public boolean canHandle(EventMessage<?> message, Segment segment) {
    return Bite.eventsOf(message).stream().anyMatch(event -> isFor(event, segment));
  }

  /**
   * The events of some messages that are for a segment, less those up to a position, which it has:
   * Axon reads on from the segment that is least far, so a bite may begin before the others'
   * positions, or overlap one that was handed on before.
   */
  List<EventMessage<?>> eventsFor(
      List<? extends EventMessage<?>> messages, Segment segment, long had) {
    List<EventMessage<?>> events = new ArrayList<>();
    long last = had;
    for (EventMessage<?> message : messages) {
      for (TrackedEventMessage<?> event : Bite.eventsOf(message)) {
        long position = event.trackingToken().position().orElseThrow();
        if (position > last) {
          last = position;
          if (isFor(event, segment)) {
            events.add(event);
          }
        }
      }
    }
    return List.copyOf(events);
  }

  private boolean isFor(EventMessage<?> event, Segment segment) {
    return heard(event.getPayloadType())
        && segment.matches(JobSequencing.sequenceOf(event).hashCode());
  }

  @Override
  public boolean canHandleType(Class<?> payloadType) {
    return payloadType == Bite.class || heard(payloadType);
  }

  private boolean heard(Class<?> payloadType) {
    return handled.computeIfAbsent(payloadType, axon::canHandleType);
  }

  /** One event, of which is known that it is for the segment. */
  @Override
  public void handle(EventMessage<?> event, Segment segment) throws Exception {
    for (EventMessageHandler projection : projections) {
      projection.handle(event);
    }
  }

  @Override
  public void segmentReleased(Segment segment) {
    released.accept(segment.getSegmentId());
    axon.segmentReleased(segment);
  }
}
