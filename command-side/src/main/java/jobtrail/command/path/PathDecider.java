package jobtrail.command.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jobtrail.command.path.PathCommand.CreatePath;
import jobtrail.command.path.PathCommand.DeletePath;
import jobtrail.command.path.PathCommand.StepDraft;
import jobtrail.command.path.PathCommand.UpdatePath;
import jobtrail.command.path.PathRefused.Reason;
import jobtrail.events.path.PathEvent;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathDeleted;
import jobtrail.events.path.PathEvent.PathGoalChanged;
import jobtrail.events.path.PathEvent.PathModeChanged;
import jobtrail.events.path.PathEvent.PathRenamed;
import jobtrail.events.path.PathEvent.PathStepsChanged;
import jobtrail.events.path.Route;
import jobtrail.events.path.Route.Stop;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;

/** The rules of a path. */
final class PathDecider {

  private PathDecider() {}

  /**
   * What happens when a path is asked something; nothing when it is so already.
   *
   * @throws PathRefused when the rules say no
   */
  static List<PathEvent> decide(PathCommand command, PathState state) {
    return switch (command) {
      case CreatePath create -> create(create);
      case UpdatePath update -> update(update, laidOut(command, state));
      case DeletePath delete -> delete(delete, laidOut(delete, state));
    };
  }

  private static PathState.LaidOut laidOut(PathCommand command, PathState state) {
    if (state instanceof PathState.LaidOut path) {
      return path;
    }
    throw new PathRefused(Reason.NOT_CREATED, "Path not found: " + command.pathId());
  }

  private static List<PathEvent> create(CreatePath command) {
    return List.of(
        new PathCreated(
            command.pathId(),
            command.jobId(),
            command.name(),
            command.goalQuantity(),
            command.advancementMode(),
            command.steps()));
  }

  private static List<PathEvent> update(UpdatePath command, PathState.LaidOut path) {
    Route route = path.route();
    List<PathEvent> events = new ArrayList<>();
    if (command.name() != null && !command.name().equals(path.name())) {
      events.add(new PathRenamed(route.pathId(), route.jobId(), command.name()));
    }
    if (command.goalQuantity() != null && command.goalQuantity() != path.goalQuantity()) {
      events.add(new PathGoalChanged(route.pathId(), route.jobId(), command.goalQuantity()));
    }
    if (command.advancementMode() != null && command.advancementMode() != route.mode()) {
      events.add(new PathModeChanged(route.pathId(), route.jobId(), command.advancementMode()));
    }
    if (command.steps() != null) {
      List<Step> steps = steps(command.steps(), route);
      requireFree(route, steps, command.occupied());
      if (!steps.equals(route.activeSteps())) {
        events.add(new PathStepsChanged(route.pathId(), route.jobId(), steps));
      }
    }
    return List.copyOf(events);
  }

  private static List<PathEvent> delete(DeletePath command, PathState.LaidOut path) {
    if (path.travelled()) {
      throw new PathRefused(
          Reason.HAS_SERIALS, "Path has serials and cannot be deleted: " + command.pathId());
    }
    return List.of(new PathDeleted(path.route().pathId(), path.route().jobId()));
  }

  /** Each draft as the step it names, or as a new one; no step can be named twice. */
  private static List<Step> steps(List<StepDraft> drafts, Route route) {
    List<Step> unnamed = new ArrayList<>(route.activeSteps());
    drafts.forEach(draft -> unnamed.removeIf(step -> step.stepId().equals(draft.stepId())));
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      String place = "steps[" + i + "]";
      StepDraft draft = drafts.get(i);
      Step step =
          draft.stepId() == null
              ? byName(draft, unnamed, place)
              : byId(draft, draft.stepId(), route, place);
      if (steps.stream().anyMatch(other -> other.stepId().equals(step.stepId()))) {
        throw new PathRefused(
            Reason.STEP_NAMED_TWICE, "Step is named twice: " + step.stepId(), place + ".id");
      }
      steps.add(step);
    }
    return steps;
  }

  private static Step byId(StepDraft draft, StepId stepId, Route route, String place) {
    return route.steps().stream()
        .map(Stop::step)
        .filter(step -> step.stepId().equals(stepId))
        .findFirst()
        .map(draft::over)
        .orElseThrow(() ->
            new PathRefused(
                Reason.STEP_UNKNOWN, "ProcessStep not found: " + stepId, place + ".id"));
  }

  /**
   * Older clients send steps without ids; a name that is still free among the steps in use means
   * that step.
   */
  private static Step byName(StepDraft draft, List<Step> unnamed, String place) {
    String name = draft.name();
    if (name == null) {
      throw new PathRefused(Reason.STEP_WITHOUT_NAME, "A new step has no name", place + ".name");
    }
    for (Step step : unnamed) {
      if (step.name().equals(name)) {
        unnamed.remove(step);
        return draft.over(step);
      }
    }
    return draft.fresh(name);
  }

  private static void requireFree(Route route, List<Step> steps, Set<StepId> occupied) {
    Set<StepId> kept = steps.stream().map(Step::stepId).collect(Collectors.toSet());
    for (Step step : route.activeSteps()) {
      if (occupied.contains(step.stepId()) && !kept.contains(step.stepId())) {
        throw new PathRefused(
            Reason.STEP_IN_USE,
            "Serials stand on step " + step.name() + ", or owe it (" + step.stepId() + ")");
      }
    }
  }
}
