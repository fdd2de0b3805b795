package jobtrail.command.platform;

import java.util.List;
import jobtrail.events.job.JobEvent.JobCreated;

/** Takes in jobs that come with their product lines. */
public interface ItemsOfJobs {

  /**
   * Stores a job and its items in one append, all or nothing.
   *
   * @param items at least one, in the order of the customer's list
   * @return the items, with the position and the time of that append
   */
  Answer<List<ItemAnswer>> takeIn(JobCreated job, List<NewItem> items, Caller caller);
}
