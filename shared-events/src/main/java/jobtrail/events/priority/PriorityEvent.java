package jobtrail.events.priority;

import java.util.List;
import jobtrail.events.DomainEvent;
import jobtrail.events.StoredAs;
import jobtrail.events.StreamType;
import jobtrail.events.job.JobId;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen to the order in which the shop works on its jobs: one stream for the
 * whole shop, since the order is one thing.
 */
@StreamType("priorities")
public sealed interface PriorityEvent extends DomainEvent {

  /** Id of the only stream. */
  String STREAM = "priorities";

  @Override
  default String streamId() {
    return STREAM;
  }

  @Override
  default @Nullable JobId jobId() {
    return null;
  }

  /**
   * Somebody put the open jobs in order.
   *
   * @param jobIds every job that was open, the most urgent first; jobs that are not named here come
   *     after them, the oldest first
   */
  @StoredAs("priorities.set")
  record PrioritiesSet(List<JobId> jobIds) implements PriorityEvent {

    public PrioritiesSet {
      jobIds = List.copyOf(jobIds);
    }
  }
}
