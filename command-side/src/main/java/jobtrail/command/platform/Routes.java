package jobtrail.command.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import jobtrail.events.path.PathEvent;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathDeleted;
import jobtrail.events.path.PathId;
import jobtrail.events.path.Route;
import jobtrail.ledger.EventTranslator;
import jobtrail.ledger.Ledger;
import jobtrail.ledger.LedgerUnavailable;
import jobtrail.ledger.StoredEvent;
import jobtrail.ledger.UnreadableEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routes of paths as this node knows them: in memory, so that moving a serial reads no path. A
 * route that is not here is read from its stream; those that are here follow the ledger, and a
 * caller who has seen position n may ask for routes at n or later.
 */
public final class Routes {

  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);
  private static final int PAGE = 1_000;

  private final Ledger ledger;
  private final EventTranslator translator;
  private final Cache<String, KnownRoute> known;

  /**
   * Paths are read under the shared lock and followed under the exclusive one: what happens to a
   * path between being read and being remembered would be lost.
   */
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  private volatile long seen;

  Routes(Ledger ledger, EventTranslator translator, long mostRoutes) {
    this.ledger = ledger;
    this.translator = translator;
    this.known = Caffeine.newBuilder().maximumSize(mostRoutes).build();
    this.seen = ledger.knownHead();
  }

  /**
   * A path's route.
   *
   * @param version sequence number of the path's last event that this node knows
   * @param deleted the path was given up
   */
  public record KnownRoute(Route route, long version, boolean deleted) {

    private KnownRoute after(StoredEvent stored, PathEvent event) {
      return new KnownRoute(
          route.after(event), stored.event().sequenceNumber(), event instanceof PathDeleted);
    }
  }

  /**
   * The route of a path, read from its stream when it is not in memory; empty when there is no such
   * path.
   */
  public Optional<KnownRoute> of(PathId pathId) {
    KnownRoute route = known.getIfPresent(pathId.value());
    return Optional.ofNullable(route == null ? firstLook(pathId) : route);
  }

  private @Nullable KnownRoute firstLook(PathId pathId) {
    Lock reading = lock.readLock();
    reading.lock();
    try {
      return known.asMap().computeIfAbsent(pathId.value(), this::read);
    } finally {
      reading.unlock();
    }
  }

  /**
   * The route of a path that must be there, since a serial travels it.
   *
   * @throws IllegalStateException when the ledger has a serial of a path that it does not have
   */
  public Route routeOf(PathId pathId) {
    return of(pathId)
        .orElseThrow(() -> new IllegalStateException("No path " + pathId + " in the ledger"))
        .route();
  }

  /**
   * The route of a path that must be there, at a revision or later: what ruled a serial before may
   * have come from a node that knew more.
   *
   * @throws IllegalStateException when the ledger has a serial of a path that it does not have
   */
  public Route routeOf(PathId pathId, int revision) {
    Route route = routeOf(pathId);
    if (route.revision() >= revision) {
      return route;
    }
    forget(pathId.value());
    return routeOf(pathId);
  }

  /** Follows the ledger at least up to a position; positions beyond its end change nothing. */
  public void upTo(long position) {
    if (seen < position) {
      follow(Math.max(ledger.knownHead(), ledger.head().position()));
    }
  }

  /**
   * To be called when this node has stored something of a path, before it answers. Never fails:
   * what is stored must not be reported as failed, and a path can be read later.
   */
  public void stored(PathId pathId, long position) {
    try {
      upTo(position);
    } catch (LedgerUnavailable e) {
      forget(pathId.value());
    }
  }

  /** Applies what happened to paths since the last time, as far as this node knows the ledger. */
  void follow() {
    follow(ledger.knownHead());
  }

  private void follow(long end) {
    Lock following = lock.writeLock();
    following.lock();
    try {
      long from = seen;
      List<StoredEvent> page;
      if (from >= end) {
        return;
      }
      do {
        page = ledger.ofPaths(from, end, PAGE);
        page.forEach(this::apply);
        from = page.isEmpty() ? end : page.getLast().position();
      } while (page.size() == PAGE);
      seen = end;
    } finally {
      following.unlock();
    }
  }

  void forget(String pathId) {
    known.invalidate(pathId);
  }

  /**
   * A path whose event cannot be read is forgotten here, and tells why when it is next asked for.
   */
  private void apply(StoredEvent stored) {
    known
        .asMap()
        .computeIfPresent(
            stored.event().streamId(),
            (id, route) ->
                stored.event().sequenceNumber() <= route.version() ? route : after(route, stored));
  }

  private @Nullable KnownRoute after(KnownRoute route, StoredEvent stored) {
    try {
      return route.after(stored, fact(stored));
    } catch (UnreadableEvent unreadable) {
      LOG.error("A path cannot be followed: {}", unreadable.getMessage());
      return null;
    }
  }

  private @Nullable KnownRoute read(String pathId) {
    KnownRoute route = null;
    for (StoredEvent stored : ledger.stream(pathId, 0)) {
      PathEvent event = fact(stored);
      route =
          event instanceof PathCreated created
              ? new KnownRoute(Route.of(created), stored.event().sequenceNumber(), false)
              : Objects.requireNonNull(route).after(stored, event);
    }
    return route;
  }

  private PathEvent fact(StoredEvent stored) {
    return (PathEvent) translator.fact(stored);
  }
}
