package jobtrail.command.platform;

import java.util.concurrent.locks.LockSupport;
import jobtrail.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a feature's own tables near the ledger's end: they are asked rarely, and whoever asks
 * follows to the end first. A bite is so large that it is rarely taken, and so small that commands
 * on few processors do not feel it.
 */
public final class LedgerFollower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LedgerFollower.class);
  private static final int BITE = 10_000;
  private static final long PAUSE_NANOS = 1_000_000_000L;

  private final Ledger ledger;
  private final FollowerSql sql;
  private final String what;
  private final Thread thread;
  private volatile boolean closed;

  /** For tables that tell {@code what}, for example {@code open-jobs}. */
  public LedgerFollower(Ledger ledger, FollowerSql sql, String what) {
    this.ledger = ledger;
    this.sql = sql;
    this.what = what;
    this.thread = Thread.ofPlatform().name(what + "-follower").daemon().unstarted(this::run);
  }

  /** Follows to the ledger's end as of now, and waits for that. */
  public void toTheEnd() {
    long end = ledger.head().position();
    long reached = 0;
    while (reached < end) {
      reached = sql.follow(end, BITE);
    }
  }

  /** From now on a bite is taken in the background whenever this node knows of a whole one. */
  public void start() {
    thread.start();
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }

  private void run() {
    long reached = 0;
    while (!closed) {
      try {
        // What is missing for a whole bite is read when somebody asks, or by another node.
        while (!closed && ledger.knownHead() - reached >= BITE) {
          reached = sql.follow(ledger.knownHead(), BITE);
        }
      } catch (RuntimeException e) {
        LOG.warn("The ledger is not followed for {} for a moment: {}", what, e.getMessage());
      }
      LockSupport.parkNanos(this, PAUSE_NANOS);
    }
  }
}
