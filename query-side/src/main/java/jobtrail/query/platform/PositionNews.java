package jobtrail.query.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jobtrail.ledger.LedgerConnections;
import jobtrail.query.platform.PositionsSql.Moved;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes how far this node's segments have come, after their commits and a few dozen times a
 * second at most, and hears what other nodes publish. Both on connections of their own.
 */
final class PositionNews implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PositionNews.class);
  private static final int POLL_MILLIS = 1_000;
  private static final long SHORTEST_PAUSE_NANOS = 10_000_000;
  private static final long LONGEST_PAUSE_NANOS = 50_000_000;

  /** Telling takes about a twentieth of the time, within these bounds. */
  private static final long PAUSE_PER_TELLING = 20;

  private static final long UNSAID = -1;
  private static final long RETRY_NANOS = 200_000_000;

  /** A notification holds 8,000 bytes. */
  private static final int MOST_AT_ONCE = 100;

  private final Positions positions;
  private final LedgerConnections connections;
  private final ViewNode node;
  private final Map<String, Map<Integer, Long>> told = new HashMap<>();
  private final Thread publisher;
  private final Thread listener;
  private volatile boolean stirred;
  private volatile boolean closed;
  private volatile @Nullable Connection listening;

  PositionNews(Positions positions, LedgerConnections connections, ViewNode node) {
    this.positions = positions;
    this.connections = connections;
    this.node = node;
    refreshOnce();
    publisher = Thread.ofPlatform().name("view-positions-out").daemon().start(this::publish);
    listener = Thread.ofPlatform().name("view-positions-in").daemon().start(this::listen);
    positions.onMove(this::stir);
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(publisher);
    closeQuietly(listening);
    try {
      publisher.join(POLL_MILLIS);
      listener.join(2L * POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Known before the first question comes: how far the views were when they were last at work. */
  private void refreshOnce() {
    try (Connection connection = connections.open("jobtrail views start")) {
      PositionsSql.freeClaimsOfTheDead(connection);
      positions.published(PositionsSql.all(connection));
    } catch (SQLException e) {
      LOG.warn("How far the views are will be known a little later: {}", e.getMessage());
    }
  }

  private void stir() {
    if (!stirred) {
      stirred = true;
      LockSupport.unpark(publisher);
    }
  }

  private void publish() {
    Connection out = null;
    while (!closed) {
      if (!stirred) {
        LockSupport.parkNanos(this, TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
      }
      stirred = false;
      List<Moved> moves = moves();
      if (!moves.isEmpty()) {
        long began = System.nanoTime();
        try {
          if (out == null) {
            out = connections.open("jobtrail views news");
            PositionsSql.withoutWaitingForTheDisk(out);
          }
          tell(out, moves.subList(0, Math.min(moves.size(), MOST_AT_ONCE)));
        } catch (SQLException e) {
          LOG.debug("Positions will be published a little later: {}", e.getMessage());
          closeQuietly(out);
          out = null;
          LockSupport.parkNanos(RETRY_NANOS);
        }
        // On a busy machine it is told less often, since each telling takes longer there.
        pause(
            Math.clamp(
                (System.nanoTime() - began) * PAUSE_PER_TELLING,
                SHORTEST_PAUSE_NANOS,
                LONGEST_PAUSE_NANOS));
      }
    }
    closeQuietly(out);
  }

  /** What does not count, since another node owns it by now, is tried again a little later. */
  private void tell(Connection out, List<Moved> moves) throws SQLException {
    if (PositionsSql.publish(out, moves, node.name()) == moves.size()) {
      moves.forEach(move ->
          told.computeIfAbsent(move.view(), view -> new HashMap<>())
              .put(move.segment(), move.position()));
    }
  }

  private List<Moved> moves() {
    List<Moved> moves = new ArrayList<>();
    positions
        .processors()
        .forEach((view, processor) -> {
          Map<Integer, Long> before = told.computeIfAbsent(view, name -> new HashMap<>());
          Map<Integer, Long> owned = processor.applied();
          // What another node owned in between has to be said again.
          before.keySet().retainAll(owned.keySet());
          owned.forEach((segment, position) -> {
            if (!position.equals(before.getOrDefault(segment, UNSAID))) {
              moves.add(new Moved(view, segment, position));
            }
          });
        });
    return moves;
  }

  private void listen() {
    while (!closed) {
      try (Connection in = connections.open("jobtrail views listener");
          Statement statement = in.createStatement()) {
        listening = in;
        PositionsSql.showAlive(in, node.number());
        statement.execute("listen " + PositionsSql.CHANNEL);
        long nextLook = 0;
        while (!closed) {
          if (System.nanoTime() >= nextLook) {
            PositionsSql.freeClaimsOfTheDead(in);
            positions.published(PositionsSql.all(in));
            nextLook = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS);
          }
          if (hear(in.unwrap(PGConnection.class).getNotifications(POLL_MILLIS))) {
            nextLook = System.nanoTime();
          }
        }
      } catch (SQLException | RuntimeException e) {
        if (!closed) {
          LOG.warn("Not hearing of the views for a moment: {}", e.getMessage());
          LockSupport.parkNanos(RETRY_NANOS);
        }
      }
    }
  }

  /** True when the database has to be asked: a view is being rebuilt, or has just been made. */
  private boolean hear(PGNotification @Nullable [] notifications) {
    boolean look = false;
    if (notifications != null) {
      for (PGNotification notification : notifications) {
        String said = notification.getParameter();
        if (said.equals(PositionsSql.LOOK)) {
          look = true;
        } else {
          for (String text : said.split(" ", -1)) {
            Moved move = Moved.of(text);
            look |= !positions.published(move.view(), move.segment(), move.position());
          }
        }
      }
    }
    return look;
  }

  private static void pause(long nanos) {
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void closeQuietly(@Nullable Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (SQLException e) {
        LOG.debug("A connection did not close cleanly", e);
      }
    }
  }
}
