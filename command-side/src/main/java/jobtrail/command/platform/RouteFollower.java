package jobtrail.command.platform;

import java.util.concurrent.locks.LockSupport;
import jobtrail.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps this node's {@link Routes} up with the ledger, one notification behind at the most. */
final class RouteFollower implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RouteFollower.class);

  private final Routes routes;
  private final Ledger ledger;
  private final Thread thread;
  private final Runnable wake;
  private volatile boolean closed;
  private volatile boolean grown;

  RouteFollower(Routes routes, Ledger ledger) {
    this.routes = routes;
    this.ledger = ledger;
    thread = Thread.ofPlatform().name("route-follower").daemon().unstarted(this::run);
    wake =
        () -> {
          grown = true;
          LockSupport.unpark(thread);
        };
    ledger.onGrowth(wake);
    thread.start();
  }

  @Override
  public void close() {
    closed = true;
    ledger.forget(wake);
    LockSupport.unpark(thread);
  }

  private void run() {
    while (!closed) {
      if (!grown) {
        LockSupport.park(this);
        continue;
      }
      grown = false;
      try {
        routes.follow();
      } catch (RuntimeException e) {
        LOG.warn("Routes are not followed for a moment: {}", e.getMessage());
        grown = true;
        LockSupport.parkNanos(200_000_000L);
      }
    }
  }
}
