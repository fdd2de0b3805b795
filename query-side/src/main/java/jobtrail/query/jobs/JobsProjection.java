package jobtrail.query.jobs;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jobtrail.events.job.JiraTicket;
import jobtrail.events.job.JobEvent.JobCreated;
import jobtrail.events.job.JobEvent.JobCustomerChanged;
import jobtrail.events.job.JobEvent.JobGoalChanged;
import jobtrail.events.job.JobEvent.JobReferenceChanged;
import jobtrail.events.job.JobEvent.JobRenamed;
import jobtrail.events.job.JobEvent.JobTagsChanged;
import jobtrail.events.job.JobId;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathDeleted;
import jobtrail.events.path.PathEvent.PathGoalChanged;
import jobtrail.events.path.PathEvent.PathStepsChanged;
import jobtrail.events.priority.PriorityEvent.PrioritiesSet;
import jobtrail.events.serial.MoveKind;
import jobtrail.events.serial.SerialEvent.SerialCompleted;
import jobtrail.events.serial.SerialEvent.SerialForceCompleted;
import jobtrail.events.serial.SerialEvent.SerialMoveUndone;
import jobtrail.query.platform.Moment;
import jobtrail.query.platform.Stored;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Which jobs are there, which of them are open, and how are they found? */
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
    findable(row);
    changes.add(row);
  }

  @EventHandler
  void on(JobRenamed event, Moment when, JobChanges changes) {
    JobRow row = changes.touched(event.jobId().value(), when);
    row.name = event.name();
    findable(row);
  }

  @EventHandler
  void on(JobGoalChanged event, Moment when, JobChanges changes) {
    changes.touched(event.jobId().value(), when).goalQuantity = event.goalQuantity();
  }

  @EventHandler
  void on(JobReferenceChanged event, Moment when, JobChanges changes) {
    JobRow row = changes.touched(event.jobId().value(), when);
    row.reference = event.reference();
    findable(row);
  }

  @EventHandler
  void on(JobCustomerChanged event, Moment when, JobChanges changes) {
    JobRow row = changes.touched(event.jobId().value(), when);
    if (event.company() != null) {
      row.company = event.company();
      findable(row);
    }
    if (event.contact() != null) {
      row.contact = stored.text(event.contact());
    }
  }

  @EventHandler
  void on(JobTagsChanged event, Moment when, JobChanges changes) {
    JobRow row = changes.touched(event.jobId().value(), when);
    row.tags = event.tags().toArray(String[]::new);
    findable(row);
  }

  @EventHandler
  void on(PathCreated event, JobChanges changes) {
    changes.add(
        new JobPathRow(
            event.pathId().value(), event.jobId().value(), event.goalQuantity(), event.steps()));
  }

  @EventHandler
  void on(PathGoalChanged event, JobChanges changes) {
    changes.change(event.pathId().value(), path -> path.goal = event.goalQuantity());
  }

  @EventHandler
  void on(PathStepsChanged event, JobChanges changes) {
    changes.change(event.pathId().value(), path -> path.leadsBy(event.steps()));
  }

  @EventHandler
  void on(PathDeleted event, JobChanges changes) {
    changes.removePath(event.pathId().value());
  }

  @EventHandler
  void on(SerialCompleted event, JobChanges changes) {
    changes.change(event.pathId().value(), path -> path.completed++);
  }

  @EventHandler
  void on(SerialForceCompleted event, JobChanges changes) {
    changes.change(event.pathId().value(), path -> path.completed++);
  }

  @EventHandler
  void on(SerialMoveUndone event, JobChanges changes) {
    if (event.undone() == MoveKind.COMPLETION) {
      changes.change(event.pathId().value(), path -> path.completed--);
    }
  }

  @EventHandler
  void on(PrioritiesSet event, JobChanges changes) {
    changes.putInOrder(event.jobIds().stream().map(JobId::value).toList());
  }

  private void findable(JobRow row) {
    JiraTicket jira = row.jira == null ? null : stored.value(row.jira, JiraTicket.class);
    row.findable(
        jira == null
            ? List.of()
            : Stream.of(jira.ticketKey(), jira.ticketSummary(), jira.partNumber())
                .filter(Objects::nonNull)
                .toList());
  }
}
