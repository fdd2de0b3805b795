package jobtrail.query.serials;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jobtrail.events.serial.SerialEvent;
import jobtrail.events.serial.StepMark;
import jobtrail.events.serial.StepStatus;
import jobtrail.query.platform.Moment;
import org.jspecify.annotations.Nullable;

/**
 * What one or more events of a serial change.
 *
 * @param place where they left it; null when they did not touch that
 * @param held null when they did not touch that
 * @param marks what became of steps, by step id; null where a step's status is taken back
 * @param when the last of them happened
 */
record SerialChange(
    String serialId,
    @Nullable Place place,
    @Nullable Boolean held,
    Map<String, @Nullable StepStatus> marks,
    Moment when) {

  /**
   * What has become of a serial, and where it stands.
   *
   * @param stepId where it stands, or stood when it ended before the end of its path; null when it
   *     has left its path at the end
   * @param ending null unless it was scrapped or declared done
   */
  record Place(@Nullable String stepId, SerialStatus status, @Nullable Ending ending) {}

  /** An event that at most changes steps' statuses. */
  static SerialChange of(SerialEvent event, Moment when) {
    return new SerialChange(event.serialId().value(), null, null, marks(event.marks()), when);
  }

  SerialChange to(Place place) {
    return new SerialChange(serialId, place, held, marks, when);
  }

  SerialChange holding(boolean held) {
    return new SerialChange(serialId, place, held, marks, when);
  }

  /** Both changes, one after the other. */
  SerialChange then(SerialChange later) {
    Map<String, @Nullable StepStatus> all = new LinkedHashMap<>(marks);
    all.putAll(later.marks);
    return new SerialChange(
        serialId,
        later.place == null ? place : later.place,
        later.held == null ? held : later.held,
        all,
        later.when);
  }

  /** Whether a step's status is taken back, and not just another one. */
  boolean takesBack() {
    return marks.containsValue(null);
  }

  /** What became of steps, of a serial that nothing was known of before. */
  Map<String, @Nullable StepStatus> marksLeft() {
    Map<String, @Nullable StepStatus> left = new LinkedHashMap<>(marks);
    left.values().removeIf(Objects::isNull);
    return left;
  }

  private static Map<String, @Nullable StepStatus> marks(List<StepMark> marks) {
    Map<String, @Nullable StepStatus> byStep = new LinkedHashMap<>();
    marks.forEach(mark -> byStep.put(mark.stepId().value(), mark.status()));
    return byStep;
  }
}
