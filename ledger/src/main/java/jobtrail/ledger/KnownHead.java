package jobtrail.ledger;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far this node knows the ledger to reach, and who wants to hear when it has grown. */
final class KnownHead {

  private static final Logger LOG = LoggerFactory.getLogger(KnownHead.class);

  private final AtomicLong position = new AtomicLong();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  long position() {
    return position.get();
  }

  /** The ledger reaches at least this far; true when that was news. */
  boolean reached(long to) {
    long before = position.getAndAccumulate(to, Math::max);
    return to > before;
  }

  void listen(Runnable listener) {
    listeners.add(listener);
  }

  void forget(Runnable listener) {
    listeners.remove(listener);
  }

  void tellListeners() {
    for (Runnable listener : listeners) {
      try {
        listener.run();
      } catch (RuntimeException e) {
        LOG.error("Somebody failed to take the news of the ledger's growth", e);
      }
    }
  }
}
