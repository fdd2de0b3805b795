package jobtrail.command.serial;

import static jobtrail.command.serial.SerialExamples.BOOK;
import static jobtrail.command.serial.SerialExamples.NOON;
import static jobtrail.command.serial.SerialExamples.SN;
import static jobtrail.command.serial.SerialExamples.advanced;
import static jobtrail.command.serial.SerialExamples.change;
import static jobtrail.command.serial.SerialExamples.completed;
import static jobtrail.command.serial.SerialExamples.created;
import static jobtrail.command.serial.SerialExamples.deferred;
import static jobtrail.command.serial.SerialExamples.flexible;
import static jobtrail.command.serial.SerialExamples.forced;
import static jobtrail.command.serial.SerialExamples.given;
import static jobtrail.command.serial.SerialExamples.held;
import static jobtrail.command.serial.SerialExamples.overridden;
import static jobtrail.command.serial.SerialExamples.released;
import static jobtrail.command.serial.SerialExamples.reworked;
import static jobtrail.command.serial.SerialExamples.scrapped;
import static jobtrail.command.serial.SerialExamples.undone;
import static jobtrail.command.serial.SerialExamples.wentHome;
import static jobtrail.command.serial.SerialExamples.wentTo;

import java.time.Duration;
import jobtrail.command.WholeRuleBook;
import jobtrail.command.serial.SerialCommand.AdvanceSerial;
import jobtrail.command.serial.SerialCommand.HoldSerial;
import jobtrail.command.serial.SerialCommand.ReleaseSerial;
import jobtrail.command.serial.SerialCommand.UndoMove;
import jobtrail.command.serial.SerialRefused.Reason;
import jobtrail.events.serial.MoveKind;
import jobtrail.events.serial.SerialEvent.SerialReworked;
import jobtrail.events.serial.StepStatus;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How a serial is stopped and let go, and how its last move is taken back. */
class HoldAndUndoTest {

  @RegisterExtension static final WholeRuleBook WHOLE = BOOK;

  @Nested
  class Holding {

    private final HoldSerial hold = new HoldSerial(SN, "Measure it");

    @Test
    void a_serial_is_stopped_where_it_stands() {
      given(created("cut")).on(flexible("cut", "fold")).when(hold).then(held());
    }

    @Test
    void a_held_serial_does_not_move() {
      given(created("cut"), held()).when(new AdvanceSerial(SN, null)).thenRefused(Reason.HELD);
    }

    @Test
    void a_held_serial_is_not_held_again() {
      given(created("cut"), held()).when(hold).thenRefused(Reason.HELD);
    }

    @Test
    void what_is_completed_or_scrapped_cannot_be_held() {
      given(created("cut"), completed("cut")).when(hold).thenRefused(Reason.COMPLETED_FOR_GOOD);
      given(created("cut"), scrapped("cut")).when(hold).thenRefused(Reason.SCRAPPED_FOR_GOOD);
    }
  }

  @Nested
  class Releasing {

    private final ReleaseSerial release = new ReleaseSerial(SN, "Measured");

    @Test
    void a_held_serial_may_move_again() {
      given(created("cut"), held()).on(flexible("cut", "fold")).when(release).then(released());
      given(created("cut"), held(), released())
          .when(new AdvanceSerial(SN, null))
          .then(advanced("cut", "fold"));
    }

    @Test
    void what_is_not_held_cannot_be_released() {
      given(created("cut")).when(release).thenRefused(Reason.NOT_HELD);
    }
  }

  @Nested
  class Undoing {

    private final UndoMove undo = by("user_ann");

    private static UndoMove by(String actor) {
      return new UndoMove(SN, actor, NOON.plus(Duration.ofMinutes(10)));
    }

    @Test
    void an_advance_is_taken_back_with_all_it_changed() {
      given(created("cut"), wentTo("cut", "pack", deferred("fold")))
          .on(flexible("cut", "fold", "pack"))
          .when(undo)
          .then(
              undone(
                  MoveKind.ADVANCE,
                  "pack",
                  "cut",
                  change("cut", StepStatus.COMPLETED, StepStatus.IN_PROGRESS),
                  change("fold", StepStatus.DEFERRED, null),
                  change("pack", StepStatus.IN_PROGRESS, null)));
    }

    @Test
    void a_completion_is_taken_back() {
      given(created("cut"), wentHome("cut"))
          .on(flexible("cut"))
          .when(undo)
          .then(
              undone(
                  MoveKind.COMPLETION,
                  null,
                  "cut",
                  change("cut", StepStatus.COMPLETED, StepStatus.IN_PROGRESS)));
    }

    @Test
    void a_scrapped_serial_is_taken_out_of_the_bin() {
      given(created("cut"), scrapped("cut"))
          .on(flexible("cut"))
          .when(undo)
          .then(undone(MoveKind.SCRAP, "cut", "cut"));
    }

    @Test
    void a_rework_is_taken_back() {
      SerialReworked back =
          reworked(
              "fold",
              "cut",
              change("cut", StepStatus.COMPLETED, StepStatus.IN_PROGRESS),
              change("fold", StepStatus.IN_PROGRESS, StepStatus.PENDING));
      given(created("cut"), wentTo("cut", "fold"), back)
          .on(flexible("cut", "fold"))
          .when(undo)
          .then(
              undone(
                  MoveKind.REWORK,
                  "cut",
                  "fold",
                  change("cut", StepStatus.IN_PROGRESS, StepStatus.COMPLETED),
                  change("fold", StepStatus.PENDING, StepStatus.IN_PROGRESS)));
    }

    @Test
    void only_the_very_last_event_can_be_taken_back_and_only_a_move() {
      given(created("cut")).when(undo).thenRefused(Reason.NOTHING_TO_UNDO);
      given(created("cut"), advanced("cut", "fold"), overridden("cut"))
          .when(undo)
          .thenRefused(Reason.NOTHING_TO_UNDO);
      given(created("cut"), forced("cut", "cut", "fold"))
          .when(undo)
          .thenRefused(Reason.NOTHING_TO_UNDO);
      given(created("cut"), advanced("cut", "fold"), undone(MoveKind.ADVANCE, "fold", "cut"))
          .when(undo)
          .thenRefused(Reason.NOTHING_TO_UNDO);
    }

    @Test
    void nobody_takes_back_what_somebody_else_did() {
      given(created("cut"), advanced("cut", "fold"))
          .when(by("user_bob"))
          .thenRefused(Reason.NOT_YOUR_MOVE);
    }

    @Test
    void who_gave_no_name_is_nobody_in_particular() {
      given(created("cut"), advanced("cut", "fold"))
          .lastBy("anonymous")
          .when(by("anonymous"))
          .thenRefused(Reason.NOT_YOUR_MOVE);
    }

    @Test
    void after_ten_minutes_it_is_too_late() {
      given(created("cut"), advanced("cut", "fold"))
          .when(new UndoMove(SN, "user_ann", NOON.plus(Duration.ofMinutes(10)).plusMillis(1)))
          .thenRefused(Reason.TOO_LATE_TO_UNDO);
    }

    @Test
    void a_held_serial_keeps_its_last_move() {
      given(created("cut"), held(), scrapped("cut")).when(undo).thenRefused(Reason.HELD);
    }
  }
}
