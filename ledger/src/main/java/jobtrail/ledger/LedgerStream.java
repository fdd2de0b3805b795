package jobtrail.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import jobtrail.ledger.LedgerPages.Entry;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/**
 * One reader's way through the ledger, from a position on; wakes its reader when the ledger has
 * grown.
 */
final class LedgerStream implements BlockingStream<TrackedEventMessage<?>> {

  private static final Passed PASSED = new Passed();
  private static final long BREATH_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final LedgerPages pages;
  private final Ledger ledger;
  private final Set<String> unheard;
  private final Deque<Entry> ahead = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final Runnable wake = this::wake;
  private volatile @Nullable Runnable callback;
  private long position;
  private boolean listening;
  private long taken;

  /** A reader that hears all names but some. */
  LedgerStream(LedgerPages pages, Ledger ledger, long position, Set<String> unheard) {
    this.pages = pages;
    this.ledger = ledger;
    this.position = position;
    this.unheard = unheard;
  }

  /**
   * Never throws: Axon peeks at the next event while it still holds one that it has not handed on.
   */
  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    return hasNext() && ahead.getFirst().unreadable() == null
        ? Optional.of(message(ahead.getFirst()))
        : Optional.empty();
  }

  /** Whether another event stands in the ledger, readable or not. */
  boolean hasNext() {
    if (ahead.isEmpty() && ledger.knownHead() > position) {
      ahead.addAll(pages.after(position, unheard));
    }
    return !ahead.isEmpty();
  }

  /**
   * Whether there is something to take. An unreadable event shows itself a little later than those
   * before it were taken: its error makes Axon throw away what it has not worked off.
   */
  @Override
  public boolean hasNextAvailable() {
    return hasNext() && (ahead.getFirst().unreadable() == null || breathLeft() <= 0);
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    listen();
    long deadline = System.nanoTime() + unit.toNanos(timeout);
    while (!hasNextAvailable()) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      // Nothing is read under the lock: whoever brings the news must not wait for a reader.
      lock.lock();
      try {
        if (!ahead.isEmpty()) {
          grown.awaitNanos(Math.min(left, breathLeft()));
        } else if (ledger.knownHead() <= position) {
          grown.awaitNanos(left);
        }
      } finally {
        lock.unlock();
      }
    }
    return true;
  }

  private long breathLeft() {
    return taken == 0 ? 0 : taken + BREATH_NANOS - System.nanoTime();
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
      // waits for the next event, however long it takes
    }
    return take();
  }

  /**
   * The next event, which must be there.
   *
   * @throws UnreadableEvent when it cannot be read; the stream stays before it
   */
  TrackedEventMessage<?> take() {
    TrackedEventMessage<?> next = message(ahead.getFirst());
    position = ahead.removeFirst().position();
    taken = System.nanoTime();
    return next;
  }

  @Override
  public boolean setOnAvailableCallback(Runnable onAvailable) {
    callback = onAvailable;
    listen();
    return true;
  }

  @Override
  public void close() {
    ledger.forget(wake);
  }

  /** Only those who wait are told; a reader that never waits need not be closed either. */
  private void listen() {
    if (!listening) {
      listening = true;
      ledger.onGrowth(wake);
    }
  }

  private void wake() {
    Runnable reader = callback;
    if (reader != null) {
      reader.run();
    }
    lock.lock();
    try {
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static TrackedEventMessage<?> message(Entry entry) {
    if (entry.unreadable() != null) {
      throw entry.unreadable();
    }
    TrackingToken token = new GlobalSequenceTrackingToken(entry.position());
    return entry.message() == null
        ? new GenericTrackedEventMessage<>(token, GenericEventMessage.asEventMessage(PASSED))
        : new GenericTrackedDomainEventMessage<>(token, entry.message());
  }
}
