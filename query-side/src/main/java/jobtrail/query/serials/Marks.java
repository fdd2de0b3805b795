package jobtrail.query.serials;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashMap;
import java.util.Map;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.StepStatus;
import jobtrail.events.serial.StepStatuses;
import org.jspecify.annotations.Nullable;

/** The statuses that events have given a serial's steps, as a row keeps them. */
record Marks(@JsonValue Map<String, @Nullable StepStatus> byStep) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  Marks {}

  StepStatuses statuses() {
    Map<StepId, StepStatus> recorded = new HashMap<>();
    byStep.forEach((stepId, status) -> {
      if (status != null) {
        recorded.put(new StepId(stepId), status);
      }
    });
    return new StepStatuses(recorded);
  }
}
