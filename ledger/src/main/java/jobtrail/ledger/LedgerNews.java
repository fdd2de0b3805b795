package jobtrail.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Spreads the news that the ledger has grown: to readers in this process at once, to other nodes by
 * NOTIFY, and hears theirs by LISTEN. News is gathered outside the append, so that a busy ledger
 * wakes its readers a few dozen times a second, not thousands of times.
 */
final class LedgerNews implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LedgerNews.class);
  private static final String CHANNEL = "jobtrail_ledger";

  /**
   * A quiet ledger is still asked this often, in case a notification was lost with its connection.
   */
  private static final int POLL_MILLIS = 1_000;

  private static final long RECONNECT_PAUSE_NANOS = 200_000_000;

  /**
   * News wakes every view, and those that it concerns write and commit. A slow machine that was
   * told of every commit did little else at 200 commands a second.
   */
  private static final long SHORTEST_PAUSE_NANOS = 8_000_000;

  /** The longer, the larger the bites that readers take in, which may hold up who appends. */
  private static final long LONGEST_PAUSE_NANOS = 30_000_000;

  private static final long PAUSE_NANOS_PER_EVENT = 200_000;

  private final LedgerConnections connections;
  private final KnownHead head;
  private final Thread teller;
  private final Thread listener;
  private volatile boolean closed;
  private volatile long written;
  private volatile @Nullable Connection listening;

  LedgerNews(LedgerConnections connections, KnownHead head) {
    this.connections = connections;
    this.head = head;
    teller = Thread.ofPlatform().name("ledger-news-out").daemon().start(this::tell);
    listener = Thread.ofPlatform().name("ledger-news-in").daemon().start(this::listen);
  }

  /** This node's writer stored up to here. */
  void stored(long position) {
    written = position;
    head.reached(position);
    LockSupport.unpark(teller);
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(teller);
    Connection open = listening;
    if (open != null) {
      abort(open);
    }
    try {
      teller.join(POLL_MILLIS / 4);
      listener.join(POLL_MILLIS / 4);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tell() {
    long told = 0;
    long notified = 0;
    Connection out = null;
    while (!closed) {
      long now = head.position();
      if (now == told && written <= notified) {
        LockSupport.parkNanos(this, POLL_MILLIS * 1_000_000L);
        continue;
      }
      long grown = now - told;
      told = now;
      if (grown > 0) {
        head.tellListeners();
      }
      if (written > notified) {
        notified = written;
        out = notifyOthers(out, notified);
      }
      // The more comes in, the longer it is gathered: readers then take it in fewer, larger bites.
      pause(Math.clamp(grown * PAUSE_NANOS_PER_EVENT, SHORTEST_PAUSE_NANOS, LONGEST_PAUSE_NANOS));
    }
    closeQuietly(out);
  }

  /** Sleeps through any unparking, which comes with every commit. */
  private static void pause(long nanos) {
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable Connection notifyOthers(@Nullable Connection known, long position) {
    Connection out = known == null ? null : notify(known, position);
    // A connection that was fine until now may have been cut while nothing happened.
    return out == null ? notify(null, position) : out;
  }

  private @Nullable Connection notify(@Nullable Connection known, long position) {
    Connection out = known;
    try {
      if (out == null) {
        out = connections.open("jobtrail ledger news");
        try (Statement statement = out.createStatement()) {
          // News that is lost with the server is no loss; it need not wait for the disk.
          statement.execute("set synchronous_commit = off");
        }
      }
      try (PreparedStatement statement = out.prepareStatement("select pg_notify(?, ?)")) {
        statement.setString(1, CHANNEL);
        statement.setString(2, Long.toString(position));
        statement.execute();
      }
      return out;
    } catch (SQLException e) {
      LOG.debug("Other nodes will find the news by asking: {}", e.getMessage());
      closeQuietly(out);
      return null;
    }
  }

  private void listen() {
    while (!closed) {
      try (Connection in = connections.open("jobtrail ledger listener");
          Statement statement = in.createStatement()) {
        listening = in;
        statement.execute("listen " + CHANNEL);
        while (!closed) {
          heard(LedgerSql.head(in).position());
          PGNotification[] news = in.unwrap(PGConnection.class).getNotifications(POLL_MILLIS);
          while (news != null && news.length > 0 && !closed) {
            heard(Long.parseLong(news[news.length - 1].getParameter()));
            news = in.unwrap(PGConnection.class).getNotifications(POLL_MILLIS);
          }
        }
      } catch (SQLException | RuntimeException e) {
        if (!closed) {
          LOG.warn("Not listening to the ledger for a moment: {}", e.getMessage());
          pause(RECONNECT_PAUSE_NANOS);
        }
      }
    }
  }

  private void heard(long position) {
    // Always: somebody else may have moved the head by asking for it, and told nobody.
    head.reached(position);
    LockSupport.unpark(teller);
  }

  private static void abort(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      LOG.debug("A connection could not be cut", e);
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
