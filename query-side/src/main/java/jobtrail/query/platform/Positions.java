package jobtrail.query.platform;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import jobtrail.query.platform.PositionsSql.Said;

/**
 * How far each view has come, on this node or on whichever owns its segments: all events up to
 * there are in the view. What this node owns is known at once, the rest as its owners publish it.
 */
public final class Positions {

  private static final long PATIENCE_MILLIS = 2_000;

  private final Map<String, ViewProcessor> processors = new ConcurrentHashMap<>();
  private final String node;
  private final Map<String, Map<Integer, Said>> published = new ConcurrentHashMap<>();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();

  /** Views that this node has emptied: of its own segments only what it knows itself counts. */
  private final Set<String> emptied = ConcurrentHashMap.newKeySet();

  /** Held shared by who reads views, so that none is emptied between being vouched for and read. */
  private final ReadWriteLock reading = new ReentrantReadWriteLock();

  Positions(String node) {
    this.node = node;
  }

  /** Position up to which a view holds all events; 0 when that is not known yet. */
  public long applied(String view) {
    Map<Integer, Said> said = published.getOrDefault(view, Map.of());
    ViewProcessor processor = processors.get(view);
    Map<Integer, Long> own = processor == null ? Map.of() : processor.applied();
    long least = Long.MAX_VALUE;
    for (Map.Entry<Integer, Said> segment : said.entrySet()) {
      long position = segment.getValue().position();
      // What another node has taken from this one no longer counts, however far it had come.
      if (Objects.requireNonNullElse(segment.getValue().owner(), node).equals(node)) {
        long known = own.getOrDefault(segment.getKey(), 0L);
        position = emptied.contains(view) ? known : Math.max(position, known);
      }
      least = Math.min(least, position);
    }
    return said.isEmpty() ? 0 : least;
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
    long deadline = System.nanoTime() + patience.toNanos();
    Waiter waiter = new Waiter(views, position, Thread.currentThread());
    waiters.add(waiter);
    try {
      // Looks once more after it can be found: what moves from now on wakes it.
      while (applied(views) < position) {
        long left = deadline - System.nanoTime();
        if (left <= 0 || Thread.currentThread().isInterrupted()) {
          return false;
        }
        LockSupport.parkNanos(this, left);
      }
      return true;
    } finally {
      waiters.remove(waiter);
    }
  }

  /**
   * Whether this node has all segments of the views, these hold everything up to a position, and
   * nothing is parked. When it is not so, or not known, the database has to be asked.
   */
  boolean sureOfAll(Collection<String> views, long position) {
    for (String view : views) {
      ViewProcessor processor = processors.get(view);
      Set<Integer> segments = published.getOrDefault(view, Map.of()).keySet();
      if (processor == null || segments.isEmpty()) {
        return false;
      }
      Map<Integer, Long> own = processor.applied();
      if (!segments.stream().allMatch(segment -> own.getOrDefault(segment, -1L) >= position)
          || !processor.nothingParked()) {
        return false;
      }
    }
    return true;
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
  void published(Map<String, Map<Integer, Said>> all) {
    published.keySet().retainAll(all.keySet());
    published.putAll(all);
    wake();
  }

  /**
   * One segment's owner said so. False when nobody knew of the segment: then the database has to be
   * asked for all of them, so that none is overlooked.
   */
  boolean published(String view, int segment, long position) {
    Map<Integer, Said> known =
        published.computeIfPresent(
            view,
            (name, segments) -> {
              Map<Integer, Said> changed = new HashMap<>(segments);
              changed.computeIfPresent(
                  segment, (id, before) -> before.at(Math.max(before.position(), position)));
              return changed;
            });
    wake();
    return known != null && known.containsKey(segment);
  }

  /** To be held by who reads views, from asking how far they are until the rows are read. */
  Lock reading() {
    return reading.readLock();
  }

  /**
   * Empties a view, once nobody reads any; none of it counts any more. Does not wait for ever for
   * an answer that somebody takes in slowly: its rows were read long ago.
   */
  void emptying(String view, Runnable emptying) {
    Lock alone = reading.writeLock();
    boolean held = taken(alone);
    try {
      reset(view);
      emptying.run();
    } finally {
      if (held) {
        alone.unlock();
      }
    }
  }

  private static boolean taken(Lock lock) {
    try {
      return lock.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void reset(String view) {
    emptied.add(view);
    published.computeIfPresent(
        view,
        (name, segments) -> {
          Map<Integer, Said> nothing = new HashMap<>(segments);
          nothing.replaceAll((segment, before) -> new Said(0, node));
          return nothing;
        });
  }

  /** Only those who have it: each segment's every task is a reason to look. */
  private void wake() {
    Map<String, Long> known = new HashMap<>();
    for (Waiter waiter : waiters) {
      if (waiter.views().stream()
          .allMatch(view -> known.computeIfAbsent(view, this::applied) >= waiter.position())) {
        LockSupport.unpark(waiter.thread());
      }
    }
  }

  /** Who waits for some views to hold all up to a position. */
  private record Waiter(Collection<String> views, long position, Thread thread) {}
}
