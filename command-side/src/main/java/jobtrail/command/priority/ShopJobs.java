package jobtrail.command.priority;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Tells which jobs are open, as of the ledger's end at the time of asking. */
@FunctionalInterface
interface ShopJobs {

  /** All open jobs, and those of the named ones that are completed. */
  Known among(Collection<String> named);

  /**
   * What is known of jobs.
   *
   * @param open the oldest first
   */
  record Known(List<String> open, Set<String> completed) {

    public Known {
      open = List.copyOf(open);
      completed = Set.copyOf(completed);
    }
  }
}
