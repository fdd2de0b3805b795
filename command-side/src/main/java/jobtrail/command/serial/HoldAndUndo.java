package jobtrail.command.serial;

import java.time.Duration;
import java.util.List;
import jobtrail.command.platform.Caller;
import jobtrail.command.serial.SerialCommand.HoldSerial;
import jobtrail.command.serial.SerialCommand.ReleaseSerial;
import jobtrail.command.serial.SerialCommand.UndoMove;
import jobtrail.command.serial.SerialRefused.Reason;
import jobtrail.events.path.Route;
import jobtrail.events.serial.MoveKind;
import jobtrail.events.serial.SerialEvent;
import jobtrail.events.serial.SerialEvent.SerialHeld;
import jobtrail.events.serial.SerialEvent.SerialMoveUndone;
import jobtrail.events.serial.SerialEvent.SerialReleased;

/** The rules of what stops a serial, and of how its last move is taken back. */
final class HoldAndUndo {

  /** How long a move can be taken back after it was recorded. */
  static final Duration SECOND_THOUGHTS = Duration.ofMinutes(10);

  private HoldAndUndo() {}

  static List<SerialEvent> hold(HoldSerial command, SerialState.InProgress serial, Route route) {
    Travel travel = serial.travel();
    return List.of(
        new SerialHeld(
            travel.serialId(),
            travel.jobId(),
            travel.pathId(),
            command.reason(),
            route.revision(),
            route.mode()));
  }

  static List<SerialEvent> release(
      ReleaseSerial command, SerialState.InProgress serial, Route route) {
    Travel travel = serial.travel();
    if (!serial.held()) {
      throw new SerialRefused(Reason.NOT_HELD, "Serial is not held: " + travel.serialId());
    }
    return List.of(
        new SerialReleased(
            travel.serialId(),
            travel.jobId(),
            travel.pathId(),
            command.reason(),
            route.revision(),
            route.mode()));
  }

  static List<SerialEvent> undo(
      UndoMove command, SerialState.Issued serial, Route route, LastEvent last) {
    notHeld(serial);
    SerialState.Move move = serial.lastMove();
    Travel travel = serial.travel();
    if (move == null) {
      throw new SerialRefused(
          Reason.NOTHING_TO_UNDO,
          "The last that happened to serial " + travel.serialId() + " is not a move");
    }
    if (!command.actor().equals(last.actor()) || command.actor().equals(Caller.ANONYMOUS)) {
      throw new SerialRefused(
          Reason.NOT_YOUR_MOVE,
          "Only who moved serial " + travel.serialId() + " can take it back, by name");
    }
    if (command.at().isAfter(last.recordedAt().plus(SECOND_THOUGHTS))) {
      throw new SerialRefused(
          Reason.TOO_LATE_TO_UNDO,
          "A move can be taken back for %d minutes; serial %s was moved at %s"
              .formatted(SECOND_THOUGHTS.toMinutes(), travel.serialId(), last.recordedAt()));
    }
    return List.of(
        new SerialMoveUndone(
            travel.serialId(),
            travel.jobId(),
            travel.pathId(),
            move.kind(),
            move.kind() == MoveKind.COMPLETION ? null : travel.step(),
            move.leftFrom(),
            travel.statuses().changesTo(move.before(), route),
            route.revision(),
            route.mode()));
  }

  /** A serial that nobody holds. */
  static <S extends SerialState.Issued> S notHeld(S serial) {
    if (serial.held()) {
      throw new SerialRefused(Reason.HELD, "Serial is held: " + serial.travel().serialId());
    }
    return serial;
  }
}
