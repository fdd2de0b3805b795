package jobtrail.command.priority;

import java.util.List;
import java.util.Set;
import jobtrail.command.platform.Addressed;
import jobtrail.events.priority.PriorityEvent;

/** What can be asked of the order of jobs. */
sealed interface PriorityCommand extends Addressed {

  @Override
  default String streamId() {
    return PriorityEvent.STREAM;
  }

  /**
   * Put all open jobs in this order.
   *
   * @param jobIds as the caller named them, the most urgent first
   * @param open every open job, the oldest first
   * @param completed those of the named jobs that are completed
   */
  record SetPriorities(List<String> jobIds, List<String> open, Set<String> completed)
      implements PriorityCommand {

    public SetPriorities {
      jobIds = List.copyOf(jobIds);
      open = List.copyOf(open);
      completed = Set.copyOf(completed);
    }

    /** The order that the caller names; which jobs are open is looked up later. */
    static SetPriorities of(List<String> jobIds) {
      return new SetPriorities(jobIds.stream().distinct().toList(), List.of(), Set.of());
    }

    SetPriorities knowing(List<String> openNow, Set<String> completedNow) {
      return new SetPriorities(jobIds, openNow, completedNow);
    }
  }
}
