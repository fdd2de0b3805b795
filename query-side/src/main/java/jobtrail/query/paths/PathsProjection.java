package jobtrail.query.paths;

import jobtrail.events.path.PathEvent;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathDeleted;
import jobtrail.events.path.PathEvent.PathGoalChanged;
import jobtrail.events.path.PathEvent.PathModeChanged;
import jobtrail.events.path.PathEvent.PathRenamed;
import jobtrail.events.path.PathEvent.PathSerialsIssued;
import jobtrail.events.path.PathEvent.PathStepAssigned;
import jobtrail.events.path.PathEvent.PathStepsChanged;
import jobtrail.events.path.Route;
import jobtrail.query.platform.Moment;
import jobtrail.query.platform.Stored;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Which paths does a job have, and by which steps do they lead? */
@Component
@ProcessingGroup(Paths.VIEW)
class PathsProjection {

  private final Stored stored;

  PathsProjection(Stored stored) {
    this.stored = stored;
  }

  @EventHandler
  void on(PathCreated event, Moment when, PathChanges changes) {
    PathRow row = new PathRow(event.pathId().value(), event.jobId().value(), when);
    row.name = event.name();
    row.goalQuantity = event.goalQuantity();
    row.route = stored.text(Route.of(event));
    row.assignees = stored.text(Assignees.NONE);
    changes.add(row);
  }

  @EventHandler
  void on(PathSerialsIssued event, Moment when, PathChanges changes) {
    changes.touched(event.pathId().value(), when);
  }

  @EventHandler
  void on(PathRenamed event, Moment when, PathChanges changes) {
    changes.touched(event.pathId().value(), when).name = event.name();
  }

  @EventHandler
  void on(PathGoalChanged event, Moment when, PathChanges changes) {
    changes.touched(event.pathId().value(), when).goalQuantity = event.goalQuantity();
  }

  @EventHandler
  void on(PathModeChanged event, Moment when, PathChanges changes) {
    reroute(event, when, changes);
  }

  @EventHandler
  void on(PathStepsChanged event, Moment when, PathChanges changes) {
    reroute(event, when, changes);
  }

  @EventHandler
  void on(PathStepAssigned event, Moment when, PathChanges changes) {
    PathRow row = changes.touched(event.pathId().value(), when);
    row.assignees = stored.text(stored.value(row.assignees, Assignees.class).after(event));
  }

  @EventHandler
  void on(PathDeleted event, PathChanges changes) {
    changes.remove(event.pathId().value());
  }

  private void reroute(PathEvent event, Moment when, PathChanges changes) {
    PathRow row = changes.touched(event.pathId().value(), when);
    row.route = stored.text(stored.value(row.route, Route.class).after(event));
  }
}
