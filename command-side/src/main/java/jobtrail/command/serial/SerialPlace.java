package jobtrail.command.serial;

import java.util.List;
import jobtrail.events.path.Route;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.BypassedStep;
import jobtrail.events.serial.SerialEvent;
import jobtrail.events.serial.SerialEvent.SerialAdvanced;
import jobtrail.events.serial.SerialEvent.SerialCompleted;
import org.jspecify.annotations.Nullable;

/**
 * A serial and where it stands, worked out with the route that ruled it: after the events are
 * stored nothing has to be looked up that could fail.
 *
 * @param happened what was just decided; empty when nothing changed
 * @param ending how it was scrapped or declared done; null while it was not
 */
record SerialPlace(
    SerialState.Issued serial,
    Route route,
    List<SerialEvent> happened,
    Chronicle.@Nullable Ending ending) {

  private static final int DONE = -1;

  /** Index of its step among the route's steps in use, from 0; -1 when completed. */
  int index() {
    return serial instanceof SerialState.Completed ? DONE : route.indexOf(serial.travel().step());
  }

  /** The steps that the move just decided went past; empty when none. */
  List<BypassedStep> bypassed() {
    return happened.isEmpty()
        ? List.of()
        : switch (happened.getLast()) {
          case SerialAdvanced moved -> moved.bypassed();
          case SerialCompleted done -> done.bypassed();
          default -> List.of();
        };
  }

  /** The step's name, retired or not. */
  String nameOf(StepId stepId) {
    return route.stop(stepId).map(stop -> stop.step()).map(Step::name).orElse("");
  }
}
