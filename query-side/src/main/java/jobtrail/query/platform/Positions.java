package jobtrail.query.platform;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How far each view has come, on this node or on whichever owns its segments: all events up to
 * there are in the view. What this node owns is known at once, the rest as its owners publish it.
 */
public final class Positions {

  private final Map<String, ViewProcessor> processors = new ConcurrentHashMap<>();
  private final Map<String, Map<Integer, Long>> published = new ConcurrentHashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private int waiting;

  /** Position up to which a view holds all events; 0 when that is not known yet. */
  public long applied(String view) {
    Map<Integer, Long> known = new HashMap<>(published.getOrDefault(view, Map.of()));
    ViewProcessor processor = processors.get(view);
    if (processor != null) {
      processor.applied().forEach((segment, position) -> known.merge(segment, position, Math::max));
    }
    return known.values().stream().mapToLong(Long::longValue).min().orElse(0);
  }

  /** The least of several views. */
  public long applied(Collection<String> views) {
    return views.stream().mapToLong(this::applied).min().orElse(0);
  }

  /** Waits until the views hold all up to a position; false when they do not in time. */
  public boolean await(Collection<String> views, long position, Duration patience) {
    if (applied(views) >= position) {
      return true;
    }
    long left = patience.toNanos();
    lock.lock();
    try {
      waiting++;
      while (applied(views) < position && left > 0) {
        left = news.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      waiting--;
      lock.unlock();
    }
    return applied(views) >= position;
  }

  void add(ViewProcessor processor) {
    processors.put(processor.getName(), processor);
  }

  Map<String, ViewProcessor> processors() {
    return processors;
  }

  /** Runs whenever this node may have moved; must be quick. */
  void onMove(Runnable listener) {
    listeners.add(listener);
  }

  /** Something may have moved on this node. */
  void moved() {
    listeners.forEach(Runnable::run);
    wake();
  }

  /** What stands in the database, for every segment that there is. */
  void published(Map<String, Map<Integer, Long>> all) {
    published.keySet().retainAll(all.keySet());
    published.putAll(all);
    wake();
  }

  /** One segment's owner said so; only known segments count, so that none is overlooked. */
  void published(String view, int segment, long position) {
    published.computeIfPresent(
        view,
        (name, segments) -> {
          Map<Integer, Long> changed = new HashMap<>(segments);
          changed.computeIfPresent(segment, (id, before) -> Math.max(before, position));
          return changed;
        });
    wake();
  }

  /** The view is being rebuilt: none of it counts any more. */
  void reset(String view) {
    published.computeIfPresent(
        view,
        (name, segments) -> {
          Map<Integer, Long> nothing = new HashMap<>(segments);
          nothing.replaceAll((segment, position) -> 0L);
          return nothing;
        });
  }

  private void wake() {
    lock.lock();
    try {
      if (waiting > 0) {
        news.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }
}
