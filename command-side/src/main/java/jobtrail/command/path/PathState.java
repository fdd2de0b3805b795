package jobtrail.command.path;

import java.util.HashMap;
import java.util.Map;
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
import jobtrail.events.path.StepId;
import jobtrail.events.user.UserId;

/** A path, as far as its own rules have to know it. */
sealed interface PathState {

  /** The state after one more event. */
  PathState evolve(PathEvent event);

  record NotCreated() implements PathState {

    @Override
    public PathState evolve(PathEvent event) {
      if (event instanceof PathCreated path) {
        return new LaidOut(Route.of(path), path.name(), path.goalQuantity(), false, Map.of());
      }
      throw new IllegalStateException(event + " happened to a path that was never created");
    }
  }

  /**
   * In use.
   *
   * @param travelled true once a serial was issued to it
   * @param assignees who is to see to which step; a step that comes back still has its own
   */
  record LaidOut(
      Route route, String name, int goalQuantity, boolean travelled, Map<StepId, UserId> assignees)
      implements PathState {

    @Override
    public PathState evolve(PathEvent event) {
      Route next = event instanceof PathCreated ? route : route.after(event);
      return switch (event) {
        case PathCreated again -> throw new IllegalStateException(again + " happened twice");
        case PathSerialsIssued issued -> new LaidOut(next, name, goalQuantity, true, assignees);
        case PathRenamed to -> new LaidOut(next, to.name(), goalQuantity, travelled, assignees);
        case PathGoalChanged to -> new LaidOut(next, name, to.goalQuantity(), travelled, assignees);
        case PathModeChanged to -> new LaidOut(next, name, goalQuantity, travelled, assignees);
        case PathStepsChanged to -> new LaidOut(next, name, goalQuantity, travelled, assignees);
        case PathStepAssigned to -> new LaidOut(next, name, goalQuantity, travelled, after(to));
        case PathDeleted deleted -> new GivenUp();
      };
    }

    private Map<StepId, UserId> after(PathStepAssigned event) {
      Map<StepId, UserId> now = new HashMap<>(assignees);
      if (event.userId() == null) {
        now.remove(event.stepId());
      } else {
        now.put(event.stepId(), event.userId());
      }
      return Map.copyOf(now);
    }
  }

  /** Deleted; nothing more happens to it. */
  record GivenUp() implements PathState {

    @Override
    public PathState evolve(PathEvent event) {
      throw new IllegalStateException(event + " happened to a path that was given up");
    }
  }
}
