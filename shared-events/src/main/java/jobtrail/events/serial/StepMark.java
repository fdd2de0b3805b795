package jobtrail.events.serial;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jobtrail.events.path.StepId;
import org.jspecify.annotations.Nullable;

/**
 * A step's status for one serial, as an event leaves it.
 *
 * @param status null when it is again as if the serial had never come to the step
 */
public record StepMark(StepId stepId, @Nullable StepStatus status) {

  public StepMark {
    Objects.requireNonNull(stepId, "stepId");
  }

  static StepMark of(StatusChange change) {
    return new StepMark(change.stepId(), change.to());
  }

  /** What a move leaves behind; a step that is named twice ends as it is named last. */
  static List<StepMark> ofMove(StepId from, List<BypassedStep> bypassed, @Nullable StepId to) {
    List<StepMark> marks = new ArrayList<>(bypassed.size() + 2);
    marks.add(new StepMark(from, StepStatus.COMPLETED));
    for (BypassedStep step : bypassed) {
      marks.add(new StepMark(step.stepId(), step.classification().status()));
    }
    if (to != null) {
      marks.add(new StepMark(to, StepStatus.IN_PROGRESS));
    }
    return marks;
  }
}
