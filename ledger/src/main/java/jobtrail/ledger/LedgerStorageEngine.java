package jobtrail.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jobtrail.events.DomainEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Axon's way to the ledger: appends through the group-committing writer, reads streams and
 * positions.
 */
public final class LedgerStorageEngine implements EventStorageEngine {

  /**
   * Under this key the unit of work holds the {@link Appended} of its events once they are stored.
   */
  public static final String APPENDED = "jobtrail.ledger.appended";

  private final Ledger ledger;
  private final EventTranslator translator;
  private final SnapshotSql snapshots;
  private final FreshStreams fresh;

  LedgerStorageEngine(
      Ledger ledger, EventTranslator translator, SnapshotSql snapshots, FreshStreams fresh) {
    this.ledger = ledger;
    this.translator = translator;
    this.snapshots = snapshots;
    this.fresh = fresh;
  }

  @Override
  public void appendEvents(List<? extends EventMessage<?>> events) {
    if (events.isEmpty()) {
      return;
    }
    Appended appended = ledger.append(events.stream().map(translator::toStore).toList());
    CurrentUnitOfWork.ifStarted(unit -> unit.root().resources().put(APPENDED, appended));
  }

  /** For an aggregate to be loaded, which may be a little behind: see {@link FreshStreams}. */
  @Override
  public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
    if (firstSequenceNumber == 0) {
      DomainEventMessage<DomainEvent> first = fresh.take(aggregateIdentifier);
      if (first != null) {
        return DomainEventStream.of(first);
      }
    }
    List<StoredEvent> stream = ledger.stream(aggregateIdentifier, firstSequenceNumber);
    return DomainEventStream.of(stream.stream().map(translator::message));
  }

  @Override
  public Stream<? extends TrackedEventMessage<?>> readEvents(
      @Nullable TrackingToken token, boolean mayBlock) {
    ledger.head();
    LedgerStream stream =
        new LedgerStream(new LedgerPages(ledger, translator), ledger, positionOf(token), Set.of());
    return StreamSupport.stream(
        new Spliterators.AbstractSpliterator<TrackedEventMessage<?>>(
            Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
          @Override
          public boolean tryAdvance(
              java.util.function.Consumer<? super TrackedEventMessage<?>> action) {
            if (!stream.hasNext()) {
              return false;
            }
            action.accept(stream.take());
            return true;
          }
        },
        false);
  }

  @Override
  public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
    return ledger.lastSequenceNumber(aggregateIdentifier);
  }

  @Override
  public void storeSnapshot(DomainEventMessage<?> snapshot) {
    snapshots.store(snapshot);
  }

  @Override
  public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
    return snapshots.read(aggregateIdentifier);
  }

  /** Before the first event; null as Axon has it for a stream's beginning. */
  @Override
  @SuppressWarnings("NullAway") // Axon documents null as the tail
  public TrackingToken createTailToken() {
    return null;
  }

  @Override
  public TrackingToken createHeadToken() {
    return new GlobalSequenceTrackingToken(ledger.head().position());
  }

  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    return ledger
        .firstSince(dateTime)
        .map(position -> (TrackingToken) new GlobalSequenceTrackingToken(position - 1))
        .orElseGet(this::createHeadToken);
  }

  /** The position a token stands at; 0 for none. */
  static long positionOf(@Nullable TrackingToken token) {
    return token == null ? 0 : token.position().orElse(0);
  }
}
