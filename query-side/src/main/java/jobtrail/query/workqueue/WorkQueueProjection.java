package jobtrail.query.workqueue;

import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathDeleted;
import jobtrail.events.path.PathEvent.PathGoalChanged;
import jobtrail.events.path.PathEvent.PathSerialsIssued;
import jobtrail.events.path.PathEvent.PathStepAssigned;
import jobtrail.events.path.PathEvent.PathStepsChanged;
import jobtrail.events.path.Route;
import jobtrail.events.serial.MoveKind;
import jobtrail.events.serial.SerialEvent.SerialMoveUndone;
import jobtrail.events.serial.SerialEvent.SerialScrapped;
import jobtrail.query.platform.Moment;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** At which steps may work wait, and whose are they? */
@Component
@ProcessingGroup(QueuePathsSql.VIEW)
class WorkQueueProjection {

  @EventHandler
  void on(PathCreated event, Moment when, QueueChanges changes) {
    changes.add(
        new QueuePath(
            event.pathId().value(),
            event.jobId().value(),
            when.position(),
            event.goalQuantity(),
            Route.of(event)));
  }

  @EventHandler
  void on(PathSerialsIssued event, QueueChanges changes) {
    changes.path(event.pathId().value()).issued += event.count();
  }

  @EventHandler
  void on(PathGoalChanged event, QueueChanges changes) {
    changes.path(event.pathId().value()).goalQuantity = event.goalQuantity();
  }

  @EventHandler
  void on(PathStepsChanged event, QueueChanges changes) {
    QueuePath path = changes.pathWithOtherSteps(event.pathId().value());
    path.route = path.route.after(event);
  }

  @EventHandler
  void on(PathStepAssigned event, QueueChanges changes) {
    QueuePath path = changes.pathWithOtherSteps(event.pathId().value());
    if (event.userId() == null) {
      path.assignees.remove(event.stepId().value());
    } else {
      path.assignees.put(event.stepId().value(), event.userId().value());
    }
  }

  @EventHandler
  void on(PathDeleted event, QueueChanges changes) {
    changes.remove(event.pathId().value());
  }

  @EventHandler
  void on(SerialScrapped event, QueueChanges changes) {
    changes.path(event.pathId().value()).scrapped++;
  }

  @EventHandler
  void on(SerialMoveUndone event, QueueChanges changes) {
    if (event.undone() == MoveKind.SCRAP) {
      changes.path(event.pathId().value()).scrapped--;
    }
  }
}
