package jobtrail.query.platform;

import java.util.List;
import jobtrail.events.DomainEvent;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.jspecify.annotations.Nullable;

/** Puts events into one view: gathered, and written together with the token. */
final class ViewWriter {

  private final ViewTables<?> view;
  private final ViewInvoker handlers;
  private final ParkedEvents parked;
  private final TokenStore tokens;
  private final TransactionManager transactions;

  ViewWriter(
      ViewTables<?> view,
      ViewInvoker handlers,
      ParkedEvents parked,
      TokenStore tokens,
      TransactionManager transactions) {
    this.view = view;
    this.handlers = handlers;
    this.parked = parked;
    this.tokens = tokens;
    this.transactions = transactions;
  }

  /** Some events with their token in a transaction of their own, less those that went in before. */
  @Nullable Void apply(
      List<? extends EventMessage<?>> events, TrackingToken token, Segment segment) {
    transactions.executeInTransaction(() -> {
      // A commit whose answer was lost may have gone in all the same.
      long stored = storedPosition(segment);
      List<? extends EventMessage<?>> left =
          events.stream().filter(event -> Moment.of(event).position() > stored).toList();
      if (!left.isEmpty()) {
        write(left, segment);
        tokens.storeToken(token, view.name(), segment.getSegmentId());
      }
    });
    return null;
  }

  /** Sets an event aside with its token, in a transaction of its own. */
  @Nullable Void park(
      EventMessage<?> event, Throwable cause, TrackingToken token, Segment segment) {
    transactions.executeInTransaction(() -> {
      if (Moment.of(event).position() > storedPosition(segment)) {
        parked.add(event, cause);
        tokens.storeToken(token, view.name(), segment.getSegmentId());
      }
    });
    return null;
  }

  /** Position up to which the segment's token says that all is in the view. */
  long stored(Segment segment) {
    return transactions.fetchInTransaction(() -> storedPosition(segment));
  }

  private long storedPosition(Segment segment) {
    TrackingToken stored = tokens.fetchToken(view.name(), segment.getSegmentId());
    return stored == null ? 0 : stored.position().orElse(0);
  }

  /** Gathers what the events change and writes it, in the transaction at hand. */
  void write(List<? extends EventMessage<?>> events, Segment segment) {
    parked.remember(segment.getSegmentId());
    Gathered gathered =
        view.gather(events.stream().map(event -> (DomainEvent) event.getPayload()).toList());
    ScopedValue.where(GatheringParameters.CURRENT, gathered)
        .run(() -> {
          for (EventMessage<?> event : events) {
            if (parked.holdsBack(event, segment.getSegmentId())) {
              parked.add(event, null);
            } else {
              gatherOne(event, segment);
            }
          }
        });
    gathered.write();
  }

  private void gatherOne(EventMessage<?> event, Segment segment) {
    try {
      handlers.handle(event, segment);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
