package jobtrail.events.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jobtrail.events.job.JobId;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathDeleted;
import jobtrail.events.path.PathEvent.PathGoalChanged;
import jobtrail.events.path.PathEvent.PathModeChanged;
import jobtrail.events.path.PathEvent.PathRenamed;
import jobtrail.events.path.PathEvent.PathSerialsIssued;
import jobtrail.events.path.PathEvent.PathStepAssigned;
import jobtrail.events.path.PathEvent.PathStepsChanged;
import org.jspecify.annotations.Nullable;

/**
 * What a serial has to know of its path: the steps in order and the mode, at one revision. A value
 * folded from the path's events, handed to the rules as an argument.
 *
 * @param revision counts the changes of steps and mode, from 1; every move of a serial records the
 *     revision that ruled it
 * @param steps every step the path ever had: where a retired one stood is kept, for serials that
 *     still land on it
 */
public record Route(
    PathId pathId, JobId jobId, int revision, AdvancementMode mode, List<Stop> steps) {

  public Route {
    steps = List.copyOf(steps);
  }

  /** A step in its place; a retired one is passed by new moves, but may always be left. */
  public record Stop(Step step, boolean retired) {}

  /** The route of a path that was just laid out. */
  public static Route of(PathCreated created) {
    return new Route(
        created.pathId(),
        created.jobId(),
        1,
        created.advancementMode(),
        stops(created.steps(), List.of()));
  }

  /**
   * The route after one more event of its path; {@code created} events start a route and are not
   * for here.
   */
  public Route after(PathEvent event) {
    return switch (event) {
      case PathModeChanged changed ->
          new Route(pathId, jobId, revision + 1, changed.advancementMode(), steps);
      case PathStepsChanged changed ->
          new Route(pathId, jobId, revision + 1, mode, stops(changed.steps(), steps));
      case PathCreated ignored -> throw new IllegalArgumentException("Created twice: " + pathId);
      case PathSerialsIssued ignored -> this;
      case PathRenamed ignored -> this;
      case PathGoalChanged ignored -> this;
      case PathStepAssigned ignored -> this;
      case PathDeleted ignored -> this;
    };
  }

  /** Steps in use, in order. */
  public List<Step> activeSteps() {
    return steps.stream().filter(stop -> !stop.retired()).map(Stop::step).toList();
  }

  /** The first step in use, where new serials start. */
  public Step firstStep() {
    return activeSteps().getFirst();
  }

  /** The step in use after the given one, which may itself be retired; null when it is the last. */
  public @Nullable Step stepAfter(StepId stepId) {
    boolean passed = false;
    for (Stop stop : steps) {
      if (passed && !stop.retired()) {
        return stop.step();
      }
      passed = passed || stop.step().stepId().equals(stepId);
    }
    if (!passed) {
      throw new IllegalArgumentException(stepId + " never was a step of " + pathId);
    }
    return null;
  }

  /**
   * The steps in use strictly between two steps; from the first one to the end when there is no
   * second.
   */
  public List<Step> stepsBetween(StepId after, @Nullable StepId before) {
    int from = place(after) + 1;
    int to = before == null ? steps.size() : place(before);
    return from >= to
        ? List.of()
        : steps.subList(from, to).stream().filter(stop -> !stop.retired()).map(Stop::step).toList();
  }

  /** What comes after a step, retired ones too, in order. */
  public List<Stop> stopsAfter(StepId stepId) {
    return steps.subList(place(stepId) + 1, steps.size());
  }

  /** Whether one step comes before another, wherever retired ones stood. */
  public boolean liesBefore(StepId first, StepId second) {
    return place(first) < place(second);
  }

  /** The step with this id, retired or not; empty when the path never had it. */
  public Optional<Stop> stop(StepId stepId) {
    int place = indexIn(steps, stepId);
    return place < 0 ? Optional.empty() : Optional.of(steps.get(place));
  }

  private int place(StepId stepId) {
    int place = indexIn(steps, stepId);
    if (place < 0) {
      throw new IllegalArgumentException(stepId + " never was a step of " + pathId);
    }
    return place;
  }

  /**
   * The step in use that serials on a step count at, and are shown at: the step itself; for a
   * retired one its successor, where they will move on to, or the last step when none follows.
   */
  public Step countedAt(StepId stepId) {
    return activeSteps().get(indexOf(stepId));
  }

  /** Index among the steps in use of the one that serials on this step count at. */
  public int indexOf(StepId stepId) {
    int index = 0;
    int inUse = 0;
    boolean found = false;
    for (Stop stop : steps) {
      if (stop.step().stepId().equals(stepId)) {
        found = true;
        index = inUse;
      }
      if (!stop.retired()) {
        inUse++;
      }
    }
    if (!found) {
      throw new IllegalArgumentException(stepId + " never was a step of " + pathId);
    }
    return Math.min(index, inUse - 1);
  }

  /** The step itself and the retired ones whose serials count at it; none for a retired one. */
  public List<StepId> countingAt(StepId stepId) {
    return steps.stream()
        .map(stop -> stop.step().stepId())
        .filter(each -> countedAt(each).stepId().equals(stepId))
        .toList();
  }

  /**
   * The new steps in their order; what is no longer among them is retired behind its nearest
   * surviving predecessor.
   */
  private static List<Stop> stops(List<Step> now, List<Stop> before) {
    List<Stop> stops = new ArrayList<>();
    now.forEach(step -> stops.add(new Stop(step, false)));
    for (int i = 0; i < before.size(); i++) {
      Stop old = before.get(i);
      if (indexIn(stops, old.step().stepId()) < 0) {
        int after = i == 0 ? -1 : indexIn(stops, before.get(i - 1).step().stepId());
        stops.add(after + 1, new Stop(old.step(), true));
      }
    }
    return stops;
  }

  private static int indexIn(List<Stop> stops, StepId stepId) {
    for (int i = 0; i < stops.size(); i++) {
      if (stops.get(i).step().stepId().equals(stepId)) {
        return i;
      }
    }
    return -1;
  }
}
