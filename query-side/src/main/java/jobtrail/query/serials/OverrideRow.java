package jobtrail.query.serials;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One override of a step for a serial, reversed or not.
 *
 * @param number sequence number of the overriding event in the serial's stream
 */
record OverrideRow(
    String serialId,
    long number,
    String stepId,
    boolean active,
    @Nullable String reason,
    String createdBy,
    Instant createdAt) {

  OverrideRow reversed() {
    return new OverrideRow(serialId, number, stepId, false, reason, createdBy, createdAt);
  }
}
