package jobtrail.command.job;

import java.util.List;
import jobtrail.command.platform.Addressed;
import jobtrail.events.job.Contact;
import jobtrail.events.job.JiraTicket;
import jobtrail.events.job.JobId;
import org.jspecify.annotations.Nullable;

/** What can be asked of a job. */
sealed interface JobCommand extends Addressed {

  JobId jobId();

  @Override
  default String streamId() {
    return jobId().value();
  }

  /** Take in an order. */
  record CreateJob(
      JobId jobId,
      String name,
      @Nullable Integer goalQuantity,
      @Nullable String reference,
      @Nullable String company,
      @Nullable Contact contact,
      @Nullable JiraTicket jira)
      implements JobCommand {}

  /** Change what is given; null leaves it as it is. */
  record UpdateJob(
      JobId jobId,
      @Nullable String name,
      @Nullable Integer goalQuantity,
      @Nullable String reference,
      @Nullable String company,
      @Nullable Contact contact)
      implements JobCommand {}

  /** File it under these words and no others. */
  record ChangeTags(JobId jobId, List<String> tags) implements JobCommand {

    public ChangeTags {
      tags = List.copyOf(tags);
    }
  }
}
