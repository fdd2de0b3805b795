package jobtrail.query.paths;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.DependencyType;
import jobtrail.events.path.Route;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;
import org.jspecify.annotations.Nullable;

/** A path as it is answered. */
@Schema(name = "Path")
public record PathView(
    String id,
    String jobId,
    String name,
    int goalQuantity,
    AdvancementMode advancementMode,
    List<StepView> steps,
    Instant createdAt,
    Instant updatedAt,
    @JsonIgnore @Schema(hidden = true) long version,
    @JsonIgnore @Schema(hidden = true) Route route,
    @JsonIgnore @Schema(hidden = true) Map<String, String> assignees) {

  /** A step of a path as it is answered. */
  @Schema(name = "ProcessStep")
  public record StepView(
      String id,
      String name,
      int order,
      @Nullable String location,
      @Nullable String assignedTo,
      @JsonProperty boolean optional,
      DependencyType dependencyType) {}

  /** True when this ever was a step of the path. */
  public boolean knows(String stepId) {
    return route.stop(new StepId(stepId)).isPresent();
  }

  /** Index among the steps in use of the one that serials on this step count at. */
  public int indexOf(String stepId) {
    return route.indexOf(new StepId(stepId));
  }

  /** The step in use that serials on this step count at. */
  public StepView countedAt(String stepId) {
    return steps.get(indexOf(stepId));
  }

  /** Id of the user who is to see to a step, in use or retired; null when nobody is. */
  public @Nullable String assigneeOf(String stepId) {
    return assignees.get(stepId);
  }

  static PathView of(PathRow row, Route route, Assignees assignees) {
    List<Step> active = route.activeSteps();
    return new PathView(
        row.pathId,
        row.jobId,
        row.name,
        row.goalQuantity,
        route.mode(),
        IntStream.range(0, active.size()).mapToObj(i -> step(active.get(i), i, assignees)).toList(),
        row.createdAt,
        row.updatedAt,
        row.version,
        route,
        assignees.byStep());
  }

  private static StepView step(Step step, int order, Assignees assignees) {
    return new StepView(
        step.stepId().value(),
        step.name(),
        order,
        step.location(),
        assignees.of(step.stepId().value()),
        step.optional(),
        step.dependencyType());
  }
}
