package jobtrail.query.jobs;

import jobtrail.events.job.JobEvent.JobCreated;
import jobtrail.events.job.JobEvent.JobCustomerChanged;
import jobtrail.events.job.JobEvent.JobGoalChanged;
import jobtrail.events.job.JobEvent.JobReferenceChanged;
import jobtrail.events.job.JobEvent.JobRenamed;
import jobtrail.query.platform.Moment;
import jobtrail.query.platform.Stored;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Which jobs are there? */
@Component
@ProcessingGroup(Jobs.VIEW)
class JobsProjection {

  private final Stored stored;

  JobsProjection(Stored stored) {
    this.stored = stored;
  }

  @EventHandler
  void on(JobCreated event, Moment when, JobChanges changes) {
    JobRow row = new JobRow(event.jobId().value(), event.name(), when);
    row.goalQuantity = event.goalQuantity();
    row.reference = event.reference();
    row.company = event.company();
    row.contact = event.contact() == null ? null : stored.text(event.contact());
    row.jira = event.jira() == null ? null : stored.text(event.jira());
    changes.add(row);
  }

  @EventHandler
  void on(JobRenamed event, Moment when, JobChanges changes) {
    changes.touched(event.jobId().value(), when).name = event.name();
  }

  @EventHandler
  void on(JobGoalChanged event, Moment when, JobChanges changes) {
    changes.touched(event.jobId().value(), when).goalQuantity = event.goalQuantity();
  }

  @EventHandler
  void on(JobReferenceChanged event, Moment when, JobChanges changes) {
    changes.touched(event.jobId().value(), when).reference = event.reference();
  }

  @EventHandler
  void on(JobCustomerChanged event, Moment when, JobChanges changes) {
    JobRow row = changes.touched(event.jobId().value(), when);
    if (event.company() != null) {
      row.company = event.company();
    }
    if (event.contact() != null) {
      row.contact = stored.text(event.contact());
    }
  }
}
