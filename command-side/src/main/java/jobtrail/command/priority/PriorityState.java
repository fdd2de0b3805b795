package jobtrail.command.priority;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jobtrail.events.job.JobId;
import jobtrail.events.priority.PriorityEvent;
import jobtrail.events.priority.PriorityEvent.PrioritiesSet;

/** The order of jobs, as far as its own rules have to know it. */
sealed interface PriorityState {

  /** The state after one more event. */
  default PriorityState evolve(PriorityEvent event) {
    return switch (event) {
      case PrioritiesSet set -> new InOrder(set.jobIds().stream().map(JobId::value).toList());
    };
  }

  /** Nobody ever said what is urgent: the oldest job comes first. */
  record NeverSet() implements PriorityState {}

  /**
   * Somebody said it.
   *
   * @param jobIds those that were open then, the most urgent first
   */
  record InOrder(List<String> jobIds) implements PriorityState {

    public InOrder {
      jobIds = List.copyOf(jobIds);
    }

    /**
     * The open jobs in their order today: those that were named as they were, the others behind
     * them.
     *
     * @param open the oldest first
     */
    List<String> today(Collection<String> open) {
      Set<String> left = new HashSet<>(open);
      List<String> order = new ArrayList<>(open.size());
      jobIds.stream().filter(left::remove).forEach(order::add);
      open.stream().filter(left::contains).forEach(order::add);
      return order;
    }
  }
}
