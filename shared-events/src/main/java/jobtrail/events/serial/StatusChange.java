package jobtrail.events.serial;

import java.util.Objects;
import jobtrail.events.path.StepId;
import org.jspecify.annotations.Nullable;

/**
 * What one step's status was for a serial, and what it is from now on.
 *
 * @param from null when the serial had never come to the step
 * @param to null when it is again as if the serial had never come to the step
 */
public record StatusChange(StepId stepId, @Nullable StepStatus from, @Nullable StepStatus to) {

  public StatusChange {
    Objects.requireNonNull(stepId, "stepId");
  }
}
