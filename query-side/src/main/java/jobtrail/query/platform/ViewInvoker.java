package jobtrail.query.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;

/**
 * Answers Axon's question whether an event is for a segment, which it asks for each event and
 * segment, without walking through all handlers each time.
 */
final class ViewInvoker implements EventHandlerInvoker {

  private final EventHandlerInvoker handlers;
  private final IntConsumer released;
  private final Map<Class<?>, Boolean> handled = new ConcurrentHashMap<>();

  /** Calls {@code released} with each segment that this node gives away. */
  ViewInvoker(EventHandlerInvoker handlers, IntConsumer released) {
    this.handlers = handlers;
    this.released = released;
  }

  @Override
  public boolean canHandle(EventMessage<?> event, Segment segment) {
    return canHandleType(event.getPayloadType())
        && segment.matches(JobSequencing.sequenceOf(event).hashCode());
  }

  @Override
  public boolean canHandleType(Class<?> payloadType) {
    return handled.computeIfAbsent(payloadType, handlers::canHandleType);
  }

  @Override
  public void handle(EventMessage<?> event, Segment segment) throws Exception {
    handlers.handle(event, segment);
  }

  @Override
  public void segmentReleased(Segment segment) {
    released.accept(segment.getSegmentId());
    handlers.segmentReleased(segment);
  }
}
