package jobtrail.query.platform;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import jobtrail.ledger.UnreadableEvent;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills one view. A batch is one transaction; one that fails is repeated event by event, and the
 * event that fails by its own fault is parked with what follows of its job, while the rest goes on.
 */
final class ViewProcessor extends PooledStreamingEventProcessor {

  private static final Logger LOG = LoggerFactory.getLogger(ViewProcessor.class);
  private static final long FIRST_PAUSE_MILLIS = 20;
  private static final long PATIENCE_MILLIS = 3_000;

  private final ViewTables<?> view;
  private final ParkedEvents parked;
  private final WatchedSource source;
  private final ViewInvoker invoker;
  private final ViewWriter writer;
  private final Runnable moved;
  private final Map<Integer, Long> committed;
  private final LongAdder processed = new LongAdder();
  private volatile @Nullable Throwable trouble;
  private volatile boolean rebuilding;

  ViewProcessor(
      Builder axon,
      ViewTables<?> view,
      ParkedEvents parked,
      WatchedSource source,
      ViewInvoker invoker,
      ViewWriter writer,
      Map<Integer, Long> committed,
      Runnable moved) {
    super(axon);
    this.view = view;
    this.parked = parked;
    this.source = source;
    this.invoker = invoker;
    this.writer = writer;
    this.committed = committed;
    this.moved = moved;
  }

  /** How far each segment of this node has come. */
  Map<Integer, Long> applied() {
    Map<Integer, Long> applied = new HashMap<>();
    processingStatus()
        .forEach((segment, status) ->
            applied.put(
                segment,
                Math.max(
                    status.getCurrentPosition().orElse(0), committed.getOrDefault(segment, 0L))));
    return applied;
  }

  /** What keeps the view from going on; null when nothing does. */
  @Nullable Throwable trouble() {
    UnreadableEvent unreadable = source.stoppedBy();
    return unreadable == null ? trouble : unreadable;
  }

  /** For a node that has all segments. */
  boolean nothingParked() {
    return parked.nothing();
  }

  /** True while it stands still on purpose. */
  boolean rebuilding() {
    return rebuilding;
  }

  void rebuilding(boolean now) {
    rebuilding = now;
  }

  /** Events put into the view since this node started. */
  long processed() {
    return processed.sum();
  }

  ViewTables<?> view() {
    return view;
  }

  /** Nothing is applied any more; the processor must stand still. */
  void forgetAll() {
    committed.clear();
    parked.forgetAll();
  }

  @Override
  protected void processInUnitOfWork(
      List<? extends EventMessage<?>> messages,
      UnitOfWork<? extends EventMessage<?>> unit,
      Collection<Segment> segments)
      throws Exception {
    Segment segment = segments.iterator().next();
    List<EventMessage<?>> events = invoker.eventsFor(messages, segment, had(segment));
    TrackingToken end = unit.getResource("Processor[" + getName() + "]/Token");
    Throwable failure = inFirstUnit(events, unit, segment);
    if (failure != null) {
      giveUpIfTaken(failure);
      trouble = failure;
      if (!Blame.onCircumstances(failure)
          || patiently(() -> writer.apply(events, end, segment)) != null) {
        LOG.warn("{} repeats {} events one by one", getName(), events.size(), failure);
        for (EventMessage<?> event : events) {
          boolean last = event.equals(events.getLast());
          oneByOne(event, last ? end : ((TrackedEventMessage<?>) event).trackingToken(), segment);
        }
      }
    }
    trouble = null;
    processed.add(events.size());
    committed.put(segment.getSegmentId(), end.position().orElse(0));
    moved.run();
  }

  /**
   * Position up to which the segment has all its events. Axon does not count what was repeated one
   * by one; and what is remembered of that may be from before the segment was another node's.
   */
  private long had(Segment segment) {
    EventTrackerStatus status = processingStatus().get(segment.getSegmentId());
    long counted = status == null ? 0 : status.getCurrentPosition().orElse(0);
    long remembered = committed.getOrDefault(segment.getSegmentId(), 0L);
    return status == null || remembered > counted ? writer.stored(segment) : counted;
  }

  /** The whole batch in Axon's own unit of work, which also stores the token. */
  private @Nullable Throwable inFirstUnit(
      List<? extends EventMessage<?>> events, UnitOfWork<?> unit, Segment segment) {
    boolean[] done = {false};
    try {
      return unit.executeWithResult(
              () -> {
                // Axon calls once for each message of the batch.
                if (!done[0]) {
                  done[0] = true;
                  if (!events.isEmpty()) {
                    writer.write(events, segment);
                  }
                }
                return null;
              },
              RollbackConfigurationType.ANY_THROWABLE)
          .optionalExceptionResult()
          .orElse(null);
    } catch (RuntimeException e) {
      return e;
    }
  }

  private void oneByOne(EventMessage<?> event, TrackingToken token, Segment segment)
      throws Exception {
    Throwable failure = patiently(() -> writer.apply(List.of(event), token, segment));
    if (failure == null) {
      return;
    }
    LOG.error(
        "{} parks event {} at {} and what follows of {}",
        getName(),
        event.getIdentifier(),
        token,
        JobSequencing.sequenceOf(event),
        failure);
    Throwable notEven = patiently(() -> writer.park(event, failure, token, segment));
    if (notEven != null) {
      throw new IllegalStateException("An event could not even be parked", notEven);
    }
    parked.added(event, segment.getSegmentId());
  }

  /** Null when it went well, else the failure that more attempts would not mend. */
  private @Nullable Throwable patiently(Callable<?> attempt) throws Exception {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    for (long pause = FIRST_PAUSE_MILLIS; ; pause *= 2) {
      try {
        attempt.call();
        return null;
      } catch (Exception e) {
        giveUpIfTaken(e);
        if (!Blame.onCircumstances(e)) {
          return e;
        }
        // Axon gives the segment back, and somebody claims it again a little later.
        if (System.nanoTime() > deadline || !isRunning()) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(pause);
      }
    }
  }

  private static void giveUpIfTaken(Throwable failure) {
    if (failure instanceof UnableToClaimTokenException taken) {
      throw taken;
    }
  }
}
