package jobtrail.events.serial;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import jobtrail.events.path.StepId;

/** A step that a serial went past without doing it, and what that makes of the step. */
public record BypassedStep(StepId stepId, Classification classification) {

  public BypassedStep {
    Objects.requireNonNull(stepId, "stepId");
    Objects.requireNonNull(classification, "classification");
  }

  /** Whether the work of a bypassed step is still owed. */
  public enum Classification {
    /** Not needed for this serial. */
    @JsonProperty("skipped")
    SKIPPED(StepStatus.SKIPPED),
    /** Needed, and still to be done. */
    @JsonProperty("deferred")
    DEFERRED(StepStatus.DEFERRED);

    private final StepStatus status;

    Classification(StepStatus status) {
      this.status = status;
    }

    /** The status that the step has from now on. */
    public StepStatus status() {
      return status;
    }
  }
}
