package jobtrail.query.serials;

import java.time.Instant;
import jobtrail.events.path.Route;
import jobtrail.events.path.StepId;
import jobtrail.query.serials.SerialChange.Place;
import org.jspecify.annotations.Nullable;

/**
 * One serial as its events left it.
 *
 * @param stepId where it stands, or stood when it ended before the end of its path; null when it
 *     has left its path at the end
 * @param ending null unless it was scrapped or declared done
 */
record SerialRow(
    String serialId,
    String jobId,
    String pathId,
    @Nullable String stepId,
    SerialStatus status,
    boolean held,
    @Nullable Ending ending,
    long createdPosition,
    Instant createdAt,
    Instant updatedAt,
    long version) {

  /** The same serial after some events. */
  SerialRow after(SerialChange change) {
    Place place = change.place();
    Boolean holding = change.held();
    return new SerialRow(
        serialId,
        jobId,
        pathId,
        place == null ? stepId : place.stepId(),
        place == null ? status : place.status(),
        holding == null ? held : holding,
        place == null ? ending : place.ending(),
        createdPosition,
        createdAt,
        change.when().at(),
        change.when().version());
  }

  /** Whether a route has the step that it stands on, or stood on when it ended. */
  boolean isOn(Route route) {
    return stepId == null || route.stop(new StepId(stepId)).isPresent();
  }

  boolean scrapped() {
    return status == SerialStatus.SCRAPPED;
  }

  boolean forceCompleted() {
    return status == SerialStatus.COMPLETED && ending != null;
  }
}
