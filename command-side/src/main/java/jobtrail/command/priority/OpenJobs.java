package jobtrail.command.priority;

import java.util.Collection;
import java.util.concurrent.locks.LockSupport;
import jobtrail.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Knows which jobs are open. Follows the ledger in large, rare bites, since it is asked only when
 * somebody puts jobs in order, and then follows to the ledger's end first.
 */
@Component
class OpenJobs implements ShopJobs, InitializingBean, DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(OpenJobs.class);
  private static final int BITE = 50_000;
  private static final long PAUSE_NANOS = 5_000_000_000L;

  private final OpenJobsSql sql;
  private final Ledger ledger;
  private final Thread follower =
      Thread.ofPlatform().name("open-jobs-follower").daemon().unstarted(this::run);
  private volatile boolean closed;

  OpenJobs(OpenJobsSql sql, Ledger ledger) {
    this.sql = sql;
    this.ledger = ledger;
  }

  @Override
  public Known among(Collection<String> named) {
    long end = ledger.head().position();
    long reached = 0;
    while (reached < end) {
      reached = sql.follow(end, BITE);
    }
    return sql.known(named);
  }

  @Override
  public void afterPropertiesSet() {
    follower.start();
  }

  @Override
  public void destroy() {
    closed = true;
    LockSupport.unpark(follower);
  }

  private void run() {
    long reached = 0;
    while (!closed) {
      try {
        // Waits for a whole bite: what is missing is read when somebody asks.
        while (!closed && ledger.knownHead() - reached >= BITE) {
          reached = sql.follow(ledger.knownHead(), BITE);
        }
      } catch (RuntimeException e) {
        LOG.warn("Open jobs are not followed for a moment: {}", e.getMessage());
      }
      LockSupport.parkNanos(this, PAUSE_NANOS);
    }
  }
}
