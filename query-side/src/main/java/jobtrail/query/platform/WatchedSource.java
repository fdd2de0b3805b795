package jobtrail.query.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jobtrail.events.EventNames;
import jobtrail.ledger.LedgerMessageSource;
import jobtrail.ledger.LedgerUnavailable;
import jobtrail.ledger.UnreadableEvent;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ledger as one processor reads it. Before an event that cannot be read its reader stands still
 * with what came before applied, and health names the event; a ledger that cannot be asked for a
 * moment just has nothing new.
 */
final class WatchedSource implements StreamableMessageSource<TrackedEventMessage<?>> {

  private static final Logger LOG = LoggerFactory.getLogger(WatchedSource.class);

  private final LedgerMessageSource ledger;
  private final Predicate<Class<?>> wanted;
  private final int biteSize;
  private volatile @Nullable UnreadableEvent stoppedBy;

  /** Hands on at most {@code biteSize} events as one message. */
  WatchedSource(LedgerMessageSource ledger, Predicate<Class<?>> wanted, int biteSize) {
    this.ledger = ledger;
    this.wanted = wanted;
    this.biteSize = biteSize;
  }

  @Nullable UnreadableEvent stoppedBy() {
    return stoppedBy;
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken from) {
    Set<String> unheard =
        EventNames.all().entrySet().stream()
            .filter(event -> !wanted.test(event.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toUnmodifiableSet());
    return new Watched(ledger.openStream(from, unheard));
  }

  @Override
  public TrackingToken createTailToken() {
    return ledger.createTailToken();
  }

  @Override
  public TrackingToken createHeadToken() {
    return ledger.createHeadToken();
  }

  @Override
  public TrackingToken createTokenAt(Instant moment) {
    return ledger.createTokenAt(moment);
  }

  @Override
  public TrackingToken createTokenSince(Duration duration) {
    return ledger.createTokenSince(duration);
  }

  /**
   * Holds the next event ready, so that an unreadable one is met before anything depends on it.
   * Axon's coordinator lets its next run begin before its own last look at the stream, so two
   * threads may look at once: what one of them took out of the stream and the other overtook would
   * be missing from the view for good.
   */
  private final class Watched implements BlockingStream<TrackedEventMessage<?>> {

    private final BlockingStream<TrackedEventMessage<?>> stream;
    private @Nullable TrackedEventMessage<?> next;

    Watched(BlockingStream<TrackedEventMessage<?>> stream) {
      this.stream = stream;
    }

    @Override
    public synchronized boolean hasNextAvailable() {
      try {
        if (next == null && stream.hasNextAvailable()) {
          next = bite(stream.nextAvailable());
          stoppedBy = null;
        }
      } catch (UnreadableEvent unreadable) {
        if (stoppedBy == null) {
          LOG.error("A view stops: {}", unreadable.getMessage());
        }
        stoppedBy = unreadable;
      } catch (LedgerUnavailable notNow) {
        LOG.debug("The ledger cannot be asked now", notNow);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return next != null;
    }

    /** An event and what is there behind it; what cannot be read now is met at the next look. */
    private TrackedEventMessage<?> bite(TrackedEventMessage<?> first) {
      List<TrackedEventMessage<?>> events = new ArrayList<>(biteSize);
      events.add(first);
      try {
        while (events.size() < biteSize && stream.hasNextAvailable()) {
          events.add(stream.nextAvailable());
        }
      } catch (UnreadableEvent | LedgerUnavailable notNow) {
        LOG.debug("A view reads no further for now", notNow);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Bite.of(events);
    }

    @Override
    public synchronized Optional<TrackedEventMessage<?>> peek() {
      return hasNextAvailable() ? Optional.ofNullable(next) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) {
      return hasNextAvailable();
    }

    @Override
    public synchronized TrackedEventMessage<?> nextAvailable() {
      if (!hasNextAvailable() || next == null) {
        throw new NoSuchElementException("Nothing to read now");
      }
      TrackedEventMessage<?> taken = next;
      next = null;
      return taken;
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
      return stream.setOnAvailableCallback(callback);
    }

    @Override
    public void close() {
      stream.close();
    }
  }
}
