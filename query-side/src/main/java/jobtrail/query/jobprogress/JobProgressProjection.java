package jobtrail.query.jobprogress;

import jobtrail.events.serial.SerialEvent.SerialAdvanced;
import jobtrail.events.serial.SerialEvent.SerialCompleted;
import jobtrail.events.serial.SerialEvent.SerialCreated;
import jobtrail.query.jobprogress.ProgressChanges.StepDelta;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** How far is this job? */
@Component
@ProcessingGroup(JobProgress.VIEW)
class JobProgressProjection {

  @EventHandler
  void on(SerialCreated event, ProgressChanges changes) {
    changes.path(event.pathId().value(), event.jobId().value()).created++;
    changes.step(event.pathId().value(), event.step().value()).standing++;
  }

  @EventHandler
  void on(SerialAdvanced event, ProgressChanges changes) {
    leave(changes.step(event.pathId().value(), event.fromStep().value()));
    changes.step(event.pathId().value(), event.toStep().value()).standing++;
  }

  @EventHandler
  void on(SerialCompleted event, ProgressChanges changes) {
    leave(changes.step(event.pathId().value(), event.fromStep().value()));
    changes.path(event.pathId().value(), event.jobId().value()).completed++;
  }

  private static void leave(StepDelta step) {
    step.standing--;
    step.done++;
  }
}
