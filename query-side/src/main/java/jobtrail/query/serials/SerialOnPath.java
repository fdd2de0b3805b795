package jobtrail.query.serials;

import java.util.Optional;
import jobtrail.events.path.Route;
import jobtrail.events.path.StepId;
import jobtrail.http.RequestRefused;
import org.jspecify.annotations.Nullable;

/**
 * A serial and what is asked of it most often, as one look finds it.
 *
 * @param route its path's; null when the path is not there, or no longer
 * @param certified whether certificates vouch for it
 */
record SerialOnPath(SerialRow serial, @Nullable Route route, boolean certified) {

  /**
   * Where it counts among the path's steps now; -1 once completed.
   *
   * @throws RequestRefused 503 while the paths are not yet as far as the serials
   */
  int index() {
    String stepId = serial.stepId();
    if (stepId == null || serial.status() == SerialStatus.COMPLETED) {
      return -1;
    }
    return Optional.ofNullable(route)
        .filter(serial::isOn)
        .orElseThrow(() -> pathBehind(serial.serialId()))
        .indexOf(new StepId(stepId));
  }

  static RequestRefused pathBehind(String serialId) {
    return RequestRefused.unavailable(
        "view-behind", "The path of " + serialId + " is not known that far yet");
  }
}
