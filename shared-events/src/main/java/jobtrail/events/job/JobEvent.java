package jobtrail.events.job;

import java.util.List;
import java.util.Objects;
import jobtrail.events.DomainEvent;
import jobtrail.events.StoredAs;
import jobtrail.events.StreamType;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a job, in the order it usually happens. */
@StreamType("job")
public sealed interface JobEvent extends DomainEvent {

  @Override
  JobId jobId();

  @Override
  default String streamId() {
    return jobId().value();
  }

  /**
   * An order came in.
   *
   * @param goalQuantity units the customer wants, at least 1; null when the order speaks of items
   *     only
   * @param reference invoice, estimate or order number as the customer knows it; need not be unique
   */
  @StoredAs("job.created")
  record JobCreated(
      JobId jobId,
      String name,
      @Nullable Integer goalQuantity,
      @Nullable String reference,
      @Nullable String company,
      @Nullable Contact contact,
      @Nullable JiraTicket jira)
      implements JobEvent {

    public JobCreated {
      Objects.requireNonNull(jobId, "jobId");
      Objects.requireNonNull(name, "name");
    }
  }

  @StoredAs("job.renamed")
  record JobRenamed(JobId jobId, String name) implements JobEvent {

    public JobRenamed {
      Objects.requireNonNull(jobId, "jobId");
      Objects.requireNonNull(name, "name");
    }
  }

  /** The customer wants another number of units, at least 1. */
  @StoredAs("job.goal-changed")
  record JobGoalChanged(JobId jobId, int goalQuantity) implements JobEvent {

    public JobGoalChanged {
      Objects.requireNonNull(jobId, "jobId");
      if (goalQuantity < 1) {
        throw new IllegalArgumentException("goalQuantity is missing");
      }
    }
  }

  /** The customer's own number for the job was given or corrected. */
  @StoredAs("job.reference-changed")
  record JobReferenceChanged(JobId jobId, String reference) implements JobEvent {

    public JobReferenceChanged {
      Objects.requireNonNull(jobId, "jobId");
      Objects.requireNonNull(reference, "reference");
    }
  }

  /**
   * Who ordered was given or corrected: the company, the contact, or both; null is left as it was.
   */
  @StoredAs("job.customer-changed")
  record JobCustomerChanged(JobId jobId, @Nullable String company, @Nullable Contact contact)
      implements JobEvent {

    public JobCustomerChanged {
      Objects.requireNonNull(jobId, "jobId");
      if (company == null && contact == null) {
        throw new IllegalArgumentException("company and contact are missing");
      }
    }
  }

  /**
   * The words under which the shop files the job are these now.
   *
   * @param tags at most 50, in the order they were given; no two differ in case alone
   */
  @StoredAs("job.tags-changed")
  record JobTagsChanged(JobId jobId, List<String> tags) implements JobEvent {

    public JobTagsChanged {
      Objects.requireNonNull(jobId, "jobId");
      tags = List.copyOf(tags);
    }
  }
}
