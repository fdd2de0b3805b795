package jobtrail.query.jobprogress;

import java.util.List;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.SerialEvent;
import jobtrail.events.serial.SerialEvent.SerialAdvanced;
import jobtrail.events.serial.SerialEvent.SerialCompleted;
import jobtrail.events.serial.SerialEvent.SerialCreated;
import jobtrail.events.serial.SerialEvent.SerialDeferredCompleted;
import jobtrail.events.serial.SerialEvent.SerialForceCompleted;
import jobtrail.events.serial.SerialEvent.SerialMoveUndone;
import jobtrail.events.serial.SerialEvent.SerialReworked;
import jobtrail.events.serial.SerialEvent.SerialScrapped;
import jobtrail.events.serial.StatusChange;
import jobtrail.events.serial.StepStatus;
import jobtrail.query.jobprogress.ProgressChanges.PathDelta;
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
    path(event, changes).created++;
    step(event, event.step(), changes).standing++;
  }

  @EventHandler
  void on(SerialAdvanced event, ProgressChanges changes) {
    leave(step(event, event.fromStep(), changes));
    StepDelta reached = step(event, event.toStep(), changes);
    reached.standing++;
    if (event.toStepWas() == StepStatus.COMPLETED) {
      reached.done--;
    }
  }

  @EventHandler
  void on(SerialCompleted event, ProgressChanges changes) {
    leave(step(event, event.fromStep(), changes));
    path(event, changes).completed++;
  }

  @EventHandler
  void on(SerialDeferredCompleted event, ProgressChanges changes) {
    step(event, event.stepId(), changes).done++;
  }

  @EventHandler
  void on(SerialScrapped event, ProgressChanges changes) {
    step(event, event.fromStep(), changes).standing--;
    path(event, changes).scrapped++;
  }

  @EventHandler
  void on(SerialForceCompleted event, ProgressChanges changes) {
    step(event, event.fromStep(), changes).standing--;
    path(event, changes).completed++;
  }

  @EventHandler
  void on(SerialReworked event, ProgressChanges changes) {
    step(event, event.fromStep(), changes).standing--;
    step(event, event.toStep(), changes).standing++;
    redo(event, event.changes(), changes);
  }

  @EventHandler
  void on(SerialMoveUndone event, ProgressChanges changes) {
    switch (event.undone()) {
      case ADVANCE, REWORK -> {
        StepId from = event.fromStep();
        if (from != null) {
          step(event, from, changes).standing--;
        }
      }
      case COMPLETION -> path(event, changes).completed--;
      case SCRAP -> path(event, changes).scrapped--;
    }
    step(event, event.toStep(), changes).standing++;
    redo(event, event.changes(), changes);
  }

  private static void leave(StepDelta step) {
    step.standing--;
    step.done++;
  }

  private static void redo(
      SerialEvent event, List<StatusChange> statuses, ProgressChanges changes) {
    for (StatusChange status : statuses) {
      if (status.from() == StepStatus.COMPLETED) {
        step(event, status.stepId(), changes).done--;
      }
      if (status.to() == StepStatus.COMPLETED) {
        step(event, status.stepId(), changes).done++;
      }
    }
  }

  private static PathDelta path(SerialEvent event, ProgressChanges changes) {
    return changes.path(event.pathId().value(), event.jobId().value());
  }

  private static StepDelta step(SerialEvent event, StepId stepId, ProgressChanges changes) {
    return changes.step(event.pathId().value(), stepId.value());
  }
}
