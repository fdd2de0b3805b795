package jobtrail.query.serials;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import jobtrail.events.path.DependencyType;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.StepStatus;
import jobtrail.query.paths.PathView;

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
  static List<StepStatusView> of(StepsOfSerial known, PathView path) {
    String stood = known.serial().stepId();
    StepId standing = stood == null ? null : new StepId(stood);
    return path.steps().stream()
        .map(step ->
            new StepStatusView(
                step.id(),
                step.name(),
                step.order(),
                known.statuses().of(new StepId(step.id()), path.route(), standing),
                step.optional(),
                step.dependencyType(),
                known.overridden().contains(step.id())))
        .toList();
  }
}
