package jobtrail.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import jobtrail.events.DomainEvent;
import jobtrail.ledger.LedgerPages.Entry;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * One reader's way through the ledger, from a position on; wakes its reader when the ledger has
 * grown.
 */
final class LedgerStream implements BlockingStream<TrackedEventMessage<?>> {

  private final LedgerPages pages;
  private final Ledger ledger;
  private final Deque<Entry> ahead = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final Runnable wake = this::wake;
  private volatile @Nullable Runnable callback;
  private long position;

  LedgerStream(LedgerPages pages, Ledger ledger, long position) {
    this.pages = pages;
    this.ledger = ledger;
    this.position = position;
    ledger.onGrowth(wake);
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    return hasNextAvailable() ? Optional.of(message(ahead.getFirst())) : Optional.empty();
  }

  @Override
  public boolean hasNextAvailable() {
    if (ahead.isEmpty() && ledger.knownHead() > position) {
      ahead.addAll(pages.after(position));
    }
    return !ahead.isEmpty();
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    lock.lock();
    try {
      while (!hasNextAvailable() && left > 0) {
        left = grown.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
    return hasNextAvailable();
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
  TrackedEventMessage<DomainEvent> take() {
    TrackedEventMessage<DomainEvent> next = message(ahead.getFirst());
    position = ahead.removeFirst().position();
    return next;
  }

  @Override
  public boolean setOnAvailableCallback(Runnable onAvailable) {
    callback = onAvailable;
    return true;
  }

  @Override
  public void close() {
    ledger.forget(wake);
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

  private static TrackedEventMessage<DomainEvent> message(Entry entry) {
    if (entry.message() == null) {
      throw entry.unreadable() == null
          ? new IllegalStateException("An entry without a message")
          : entry.unreadable();
    }
    return new GenericTrackedDomainEventMessage<>(
        new GlobalSequenceTrackingToken(entry.position()), entry.message());
  }
}
