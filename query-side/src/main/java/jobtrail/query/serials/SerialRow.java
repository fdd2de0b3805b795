package jobtrail.query.serials;

import java.time.Instant;
import jobtrail.query.platform.Moment;
import org.jspecify.annotations.Nullable;

/**
 * One serial as its events left it.
 *
 * @param stepId where it stands; null once completed
 */
record SerialRow(
    String serialId,
    String jobId,
    String pathId,
    @Nullable String stepId,
    SerialStatus status,
    long createdPosition,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /** The same serial after a move. */
  SerialRow moved(@Nullable String toStep, SerialStatus to, Moment when) {
    return new SerialRow(
        serialId, jobId, pathId, toStep, to, createdPosition, createdAt, when.at(), when.version());
  }
}
