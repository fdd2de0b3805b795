package jobtrail.query.platform;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Runs the processors' batches. A segment also moves on over events that are not its own, of which
 * Axon tells nobody; hence a look after each task.
 */
final class WorkerPool extends ScheduledThreadPoolExecutor {

  private final Runnable moved;

  WorkerPool(int threads, Runnable moved) {
    super(threads, new CustomizableThreadFactory("view-worker-"));
    this.moved = moved;
  }

  @Override
  protected void afterExecute(Runnable task, @Nullable Throwable thrown) {
    moved.run();
  }
}
