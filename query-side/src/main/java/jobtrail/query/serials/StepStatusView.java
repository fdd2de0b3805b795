package jobtrail.query.serials;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import jobtrail.events.path.DependencyType;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.StepStatus;
import jobtrail.events.serial.StepStatuses;
import jobtrail.query.paths.PathView;
import org.jspecify.annotations.Nullable;

/** How far a serial is with one step of its path. */
@Schema(name = "SerialStepStatus")
record StepStatusView(
    String stepId,
    String stepName,
    int stepOrder,
    StepStatus status,
    @JsonProperty boolean optional,
    DependencyType dependencyType,
    @Schema(description = "This serial may go without it") @JsonProperty boolean hasOverride) {

  /** Of every step in use, in order; the path knows where the serial stands. */
  static List<StepStatusView> of(
      SerialRow row, StepStatuses statuses, Set<String> overridden, PathView path) {
    String stood = row.stepId();
    StepId standing = stood == null ? null : new StepId(stood);
    return path.steps().stream()
        .map(step ->
            new StepStatusView(
                step.id(),
                step.name(),
                step.order(),
                status(new StepId(step.id()), statuses, path, standing),
                step.optional(),
                step.dependencyType(),
                overridden.contains(step.id())))
        .toList();
  }

  private static StepStatus status(
      StepId stepId, StepStatuses statuses, PathView path, @Nullable StepId standing) {
    return statuses.of(stepId, path.route(), standing);
  }
}
