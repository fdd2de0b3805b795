package jobtrail.command.serial;

import java.util.List;
import java.util.stream.IntStream;
import jobtrail.command.serial.SerialCommand.AdvanceSerial;
import jobtrail.command.serial.SerialCommand.CreateSerials;
import jobtrail.command.serial.SerialRefused.Reason;
import jobtrail.events.path.PathEvent.PathSerialsIssued;
import jobtrail.events.path.Route;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.SerialEvent;
import jobtrail.events.serial.SerialEvent.SerialAdvanced;
import jobtrail.events.serial.SerialEvent.SerialCompleted;
import jobtrail.events.serial.SerialEvent.SerialCreated;
import jobtrail.events.serial.SerialId;

/** The rules of a serial's life. */
final class SerialDecider {

  private SerialDecider() {}

  /** What a path and its new serials have to say of one another; both are stored together. */
  record Issue(PathSerialsIssued onPath, List<SerialCreated> serials) {}

  /**
   * Issues serials to a path; each stands on the route's first step.
   *
   * @param first number of the first one; the others follow it
   */
  static Issue decide(CreateSerials command, Route route, long first) {
    StepId start = route.firstStep().stepId();
    List<SerialCreated> serials =
        IntStream.range(0, command.quantity())
            .mapToObj(n ->
                new SerialCreated(
                    SerialId.of(first + n), route.jobId(), route.pathId(), start, route.revision()))
            .toList();
    PathSerialsIssued issued =
        new PathSerialsIssued(
            route.pathId(), route.jobId(), SerialId.of(first), command.quantity());
    return new Issue(issued, serials);
  }

  /**
   * The next step in any mode; from the last one the serial is completed. A retired step may always
   * be left this way.
   *
   * @throws SerialRefused when it is not on its way
   */
  static List<SerialEvent> decide(AdvanceSerial command, SerialState state, Route route) {
    SerialState.InProgress serial = onItsWay(command, state);
    Step next = route.stepAfter(serial.step());
    if (next == null) {
      return List.of(
          new SerialCompleted(
              serial.serialId(),
              serial.jobId(),
              serial.pathId(),
              serial.step(),
              route.revision(),
              route.mode()));
    }
    return List.of(
        new SerialAdvanced(
            serial.serialId(),
            serial.jobId(),
            serial.pathId(),
            serial.step(),
            next.stepId(),
            route.revision(),
            route.mode()));
  }

  private static SerialState.InProgress onItsWay(AdvanceSerial command, SerialState state) {
    return switch (state) {
      case SerialState.InProgress serial -> serial;
      case SerialState.Completed done ->
          throw new SerialRefused(
              Reason.ALREADY_COMPLETED, "Serial is already completed: " + done.serialId());
      case SerialState.NotCreated never ->
          throw new SerialRefused(Reason.NOT_CREATED, "Serial not found: " + command.serialId());
    };
  }
}
