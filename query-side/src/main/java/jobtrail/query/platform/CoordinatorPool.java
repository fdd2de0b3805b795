package jobtrail.query.platform;

import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Runs the processors' coordinators. Axon lets one sleep 100 ms when its workers' queues are full,
 * which they empty in a few, and up to a minute after an error; both are too long for us.
 */
final class CoordinatorPool extends ScheduledThreadPoolExecutor {

  private static final long FULL_QUEUES_MILLIS = 100;
  private static final long FULL_QUEUES_PAUSE_MILLIS = 3;
  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  CoordinatorPool(int threads) {
    super(threads, new CustomizableThreadFactory("view-coordinator-"));
    setRemoveOnCancelPolicy(true);
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    long millis = unit.toMillis(delay);
    return super.schedule(
        command,
        millis == FULL_QUEUES_MILLIS
            ? FULL_QUEUES_PAUSE_MILLIS
            : Math.min(millis, LONGEST_PAUSE_MILLIS),
        TimeUnit.MILLISECONDS);
  }
}
