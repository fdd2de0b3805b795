package jobtrail.command.priority;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jobtrail.command.priority.PriorityCommand.SetPriorities;
import jobtrail.command.priority.PriorityRefused.Difference;
import jobtrail.command.priority.PriorityRefused.Reason;
import jobtrail.events.job.JobId;
import jobtrail.events.priority.PriorityEvent;
import jobtrail.events.priority.PriorityEvent.PrioritiesSet;

/** The rules of the order of jobs. */
final class PriorityDecider {

  private PriorityDecider() {}

  /** What happens when the order is asked something; nothing when it is so already. */
  static List<PriorityEvent> decide(PriorityCommand command, PriorityState state) {
    return switch (command) {
      case SetPriorities set -> set(set, state);
    };
  }

  private static List<PriorityEvent> set(SetPriorities command, PriorityState state) {
    requireKnown(command);
    requireExactlyTheOpen(command);
    return isSo(command, state)
        ? List.of()
        : List.of(new PrioritiesSet(command.jobIds().stream().map(JobId::new).toList()));
  }

  private static void requireKnown(SetPriorities command) {
    Set<String> open = new HashSet<>(command.open());
    for (String id : command.jobIds()) {
      if (!open.contains(id) && !command.completed().contains(id)) {
        throw new PriorityRefused(Reason.JOB_NOT_FOUND, "Job not found: " + id);
      }
    }
  }

  private static void requireExactlyTheOpen(SetPriorities command) {
    Set<String> named = new HashSet<>(command.jobIds());
    Difference difference =
        new Difference(
            command.open().stream().filter(id -> !named.contains(id)).toList(),
            command.jobIds().stream().filter(command.completed()::contains).toList());
    if (!difference.isNone()) {
      throw PriorityRefused.notTheOpenJobs(difference);
    }
  }

  private static boolean isSo(SetPriorities command, PriorityState state) {
    return switch (state) {
      case PriorityState.NeverSet never -> false;
      case PriorityState.InOrder order -> order.today(command.open()).equals(command.jobIds());
    };
  }
}
