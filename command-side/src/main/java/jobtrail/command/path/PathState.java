package jobtrail.command.path;

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

/** A path, as far as its own rules have to know it. */
sealed interface PathState {

  /** The state after one more event. */
  PathState evolve(PathEvent event);

  record NotCreated() implements PathState {

    @Override
    public PathState evolve(PathEvent event) {
      if (event instanceof PathCreated path) {
        return new LaidOut(Route.of(path), path.name(), path.goalQuantity(), false);
      }
      throw new IllegalStateException(event + " happened to a path that was never created");
    }
  }

  /**
   * In use.
   *
   * @param travelled true once a serial was issued to it
   */
  record LaidOut(Route route, String name, int goalQuantity, boolean travelled)
      implements PathState {

    @Override
    public PathState evolve(PathEvent event) {
      Route next = event instanceof PathCreated ? route : route.after(event);
      return switch (event) {
        case PathCreated again -> throw new IllegalStateException(again + " happened twice");
        case PathSerialsIssued issued -> new LaidOut(next, name, goalQuantity, true);
        case PathRenamed to -> new LaidOut(next, to.name(), goalQuantity, travelled);
        case PathGoalChanged to -> new LaidOut(next, name, to.goalQuantity(), travelled);
        case PathModeChanged to -> new LaidOut(next, name, goalQuantity, travelled);
        case PathStepsChanged to -> new LaidOut(next, name, goalQuantity, travelled);
        case PathStepAssigned ignored -> new LaidOut(next, name, goalQuantity, travelled);
        case PathDeleted deleted -> new GivenUp();
      };
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
