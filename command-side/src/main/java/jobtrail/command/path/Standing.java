package jobtrail.command.path;

import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import jobtrail.events.path.PathId;
import jobtrail.events.path.StepId;
import jobtrail.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Knows which steps serials stand on or owe. Follows the ledger in large, rare bites, since it is
 * asked only before a path's steps change, and then follows to the ledger's end first.
 */
@Component
class Standing implements OccupiedSteps, InitializingBean, DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(Standing.class);
  private static final int BITE = 50_000;
  private static final long PAUSE_NANOS = 5_000_000_000L;

  private final StandingSql sql;
  private final Ledger ledger;
  private final Thread follower =
      Thread.ofPlatform().name("standing-follower").daemon().unstarted(this::run);
  private volatile boolean closed;

  Standing(StandingSql sql, Ledger ledger) {
    this.sql = sql;
    this.ledger = ledger;
  }

  /**
   * The steps of a path that serials stand on or owe, as of the ledger's end at the time of asking.
   */
  @Override
  public Set<StepId> of(PathId pathId) {
    long end = ledger.head().position();
    long reached = 0;
    while (reached < end) {
      reached = sql.follow(end, BITE);
    }
    return sql.occupiedSteps(pathId.value()).stream().map(StepId::new).collect(Collectors.toSet());
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
        // Waits for a whole bite: what is missing is counted when somebody asks.
        while (!closed && ledger.knownHead() - reached >= BITE) {
          reached = sql.follow(ledger.knownHead(), BITE);
        }
      } catch (RuntimeException e) {
        LOG.warn("Serials are not counted for a moment: {}", e.getMessage());
      }
      LockSupport.parkNanos(this, PAUSE_NANOS);
    }
  }
}
