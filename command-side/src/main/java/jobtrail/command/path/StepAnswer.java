package jobtrail.command.path;

import java.util.List;
import java.util.stream.IntStream;
import jobtrail.events.path.DependencyType;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;
import jobtrail.events.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * A step in use, alone or in its path.
 *
 * @param order its index in the path, from 0
 * @param assignedTo who is to see to it
 */
record StepAnswer(
    StepId id,
    String name,
    int order,
    @Nullable String location,
    @Nullable UserId assignedTo,
    boolean optional,
    DependencyType dependencyType) {

  /** The path's steps in order. */
  static List<StepAnswer> all(PathState.LaidOut path) {
    List<Step> steps = path.route().activeSteps();
    return IntStream.range(0, steps.size())
        .mapToObj(order -> of(steps.get(order), order, path))
        .toList();
  }

  /** One of the path's steps in use. */
  static StepAnswer one(PathState.LaidOut path, StepId stepId) {
    return all(path).stream().filter(step -> step.id().equals(stepId)).findFirst().orElseThrow();
  }

  private static StepAnswer of(Step step, int order, PathState.LaidOut path) {
    return new StepAnswer(
        step.stepId(),
        step.name(),
        order,
        step.location(),
        path.assignees().get(step.stepId()),
        step.optional(),
        step.dependencyType());
  }
}
