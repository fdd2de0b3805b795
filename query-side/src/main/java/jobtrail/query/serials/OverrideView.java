package jobtrail.query.serials;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Leave for one serial to go without a step, in force or reversed. */
@Schema(name = "SerialStepOverride")
record OverrideView(
    String id,
    String serialId,
    String stepId,
    @JsonProperty boolean active,
    @Nullable String reason,
    String createdBy,
    Instant createdAt) {

  static OverrideView of(OverrideRow row) {
    return new OverrideView(
        "snso_" + row.serialId() + "_" + row.number(),
        row.serialId(),
        row.stepId(),
        row.active(),
        row.reason(),
        row.createdBy(),
        row.createdAt());
  }
}
