package jobtrail.command.path;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import jobtrail.command.platform.Answer;
import jobtrail.events.job.JobId;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.DependencyType;
import jobtrail.events.path.PathId;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;
import org.jspecify.annotations.Nullable;

/** A path as POST, PUT and PATCH answer it. */
record PathAnswer(
    PathId id,
    JobId jobId,
    String name,
    int goalQuantity,
    AdvancementMode advancementMode,
    List<StepAnswer> steps,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * A step in use.
   *
   * @param order its index in the path, from 0
   */
  record StepAnswer(
      StepId id,
      String name,
      int order,
      @Nullable String location,
      boolean optional,
      DependencyType dependencyType) {}

  static PathAnswer of(Answer<PathState> answer) {
    PathState.LaidOut path = (PathState.LaidOut) answer.state();
    List<Step> steps = path.route().activeSteps();
    return new PathAnswer(
        path.route().pathId(),
        path.route().jobId(),
        path.name(),
        path.goalQuantity(),
        path.route().mode(),
        IntStream.range(0, steps.size()).mapToObj(order -> step(steps.get(order), order)).toList(),
        answer.createdAt(),
        answer.updatedAt());
  }

  private static StepAnswer step(Step step, int order) {
    return new StepAnswer(
        step.stepId(), step.name(), order, step.location(), step.optional(), step.dependencyType());
  }
}
