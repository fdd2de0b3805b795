package jobtrail.command.job;

import java.util.List;
import java.util.function.UnaryOperator;
import jobtrail.events.PersonalText;
import jobtrail.events.job.Contact;
import jobtrail.events.job.JiraTicket;
import jobtrail.events.job.JobEvent;
import jobtrail.events.job.JobEvent.JobCreated;
import jobtrail.events.job.JobEvent.JobCustomerChanged;
import jobtrail.events.job.JobEvent.JobGoalChanged;
import jobtrail.events.job.JobEvent.JobReferenceChanged;
import jobtrail.events.job.JobEvent.JobRenamed;
import jobtrail.events.job.JobEvent.JobTagsChanged;
import jobtrail.events.job.JobId;
import org.jspecify.annotations.Nullable;

/** A job, as far as its own rules have to know it. */
sealed interface JobState {

  /** The state after one more event. */
  JobState evolve(JobEvent event);

  record NotCreated() implements JobState {

    @Override
    public JobState evolve(JobEvent event) {
      if (event instanceof JobCreated job) {
        return new Open(
            job.jobId(),
            job.name(),
            job.goalQuantity(),
            job.reference(),
            job.company(),
            job.contact(),
            job.jira(),
            List.of());
      }
      throw new IllegalStateException(event + " happened to a job that was never created");
    }
  }

  /**
   * Taken in. A job is never closed by itself: what is done is derived from its paths and items.
   */
  record Open(
      JobId jobId,
      String name,
      @Nullable Integer goalQuantity,
      @Nullable String reference,
      @Nullable String company,
      @Nullable Contact contact,
      @Nullable JiraTicket jira,
      List<String> tags)
      implements JobState {

    public Open {
      tags = List.copyOf(tags);
    }

    @Override
    public JobState evolve(JobEvent event) {
      return switch (event) {
        case JobCreated again -> throw new IllegalStateException(again + " happened twice");
        case JobRenamed to ->
            new Open(jobId, to.name(), goalQuantity, reference, company, contact, jira, tags);
        case JobGoalChanged to ->
            new Open(jobId, name, to.goalQuantity(), reference, company, contact, jira, tags);
        case JobReferenceChanged to ->
            new Open(jobId, name, goalQuantity, to.reference(), company, contact, jira, tags);
        case JobCustomerChanged to ->
            new Open(
                jobId,
                name,
                goalQuantity,
                reference,
                to.company() == null ? company : to.company(),
                to.contact() == null ? contact : to.contact(),
                jira,
                tags);
        case JobTagsChanged to ->
            new Open(jobId, name, goalQuantity, reference, company, contact, jira, to.tags());
      };
    }

    /** The same job with its personal texts passed through {@code opening}. */
    Open opened(UnaryOperator<PersonalText> opening) {
      return new Open(
          jobId,
          name,
          goalQuantity,
          reference,
          company,
          contact == null ? null : contact.map(opening),
          jira,
          tags);
    }
  }
}
