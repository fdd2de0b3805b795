package jobtrail.command.platform.artwork;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Clears up again and again after nodes that crashed and were never started again. */
final class ArtworkSweep implements AutoCloseable {

  private final ScheduledExecutorService broom =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("artwork-sweep").factory());

  private final ScheduledFuture<?> sweeping;

  ArtworkSweep(ArtworkFolder folder, Duration every) {
    sweeping =
        broom.scheduleWithFixedDelay(
            folder::sweep, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    sweeping.cancel(false);
    broom.shutdown();
  }
}
