package jobtrail.command.serial;

import static jobtrail.command.serial.SerialExamples.BOOK;
import static jobtrail.command.serial.SerialExamples.JOB;
import static jobtrail.command.serial.SerialExamples.PATH;
import static jobtrail.command.serial.SerialExamples.SN;
import static jobtrail.command.serial.SerialExamples.advanced;
import static jobtrail.command.serial.SerialExamples.changed;
import static jobtrail.command.serial.SerialExamples.completed;
import static jobtrail.command.serial.SerialExamples.created;
import static jobtrail.command.serial.SerialExamples.given;
import static jobtrail.command.serial.SerialExamples.id;
import static jobtrail.command.serial.SerialExamples.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jobtrail.command.WholeRuleBook;
import jobtrail.command.serial.SerialCommand.AdvanceSerial;
import jobtrail.command.serial.SerialCommand.CreateSerials;
import jobtrail.command.serial.SerialDecider.Issue;
import jobtrail.command.serial.SerialRefused.Reason;
import jobtrail.events.path.PathEvent.PathSerialsIssued;
import jobtrail.events.path.Route;
import jobtrail.events.serial.SerialEvent.SerialCreated;
import jobtrail.events.serial.SerialId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SerialDeciderTest {

  @RegisterExtension static final WholeRuleBook WHOLE = BOOK;

  @Nested
  class Creating {

    @Test
    void serials_take_consecutive_numbers_and_stand_on_the_first_step() {
      CreateSerials command = new CreateSerials(PATH, 3);

      Issue issue = SerialDecider.decide(command, route("cut", "fold"), 99_999);

      assertThat(issue.serials())
          .extracting(serial -> serial.serialId().value())
          .containsExactly("SN-99999", "SN-100000", "SN-100001");
      assertThat(issue.serials())
          .extracting(SerialCreated::step, SerialCreated::jobId, SerialCreated::routeRevision)
          .containsOnly(org.assertj.core.groups.Tuple.tuple(id("cut"), JOB, 1));
      BOOK.shows(command);
    }

    @Test
    void the_path_notes_which_numbers_it_got() {
      Issue issue = SerialDecider.decide(new CreateSerials(PATH, 3), route("cut"), 7);

      assertThat(issue.onPath()).isEqualTo(new PathSerialsIssued(PATH, JOB, SerialId.of(7), 3));
    }

    @Test
    void a_retired_first_step_gets_no_new_serials() {
      Route route = changed(route("cut", "fold"), "fold");

      Issue issue = SerialDecider.decide(new CreateSerials(PATH, 1), route, 1);

      assertThat(issue.serials()).containsExactly(new SerialCreated(SN, JOB, PATH, id("fold"), 2));
    }
  }

  @Nested
  class Advancing {

    private final AdvanceSerial advance = new AdvanceSerial(SN, null);

    @Test
    void a_serial_leaves_its_step_for_the_next() {
      given(created("cut")).on(route("cut", "fold")).when(advance).then(advanced("cut", "fold"));
    }

    @Test
    void from_the_last_step_a_serial_is_completed() {
      given(created("cut"), advanced("cut", "fold")).when(advance).then(completed("fold"));
    }

    @Test
    void a_path_of_one_step_is_done_with_one_move() {
      given(created("cut")).on(route("cut")).when(advance).then(completed("cut"));
    }

    @Test
    void a_retired_step_is_passed_by() {
      Route route = changed(route("cut", "fold", "pack"), "cut", "pack");
      given(created("cut")).on(route).when(advance).then(advanced("cut", "pack", 2));
    }

    @Test
    void a_retired_step_can_be_left() {
      Route route = changed(route("cut", "fold", "pack"), "cut", "pack");
      given(created("cut"), advanced("cut", "fold"))
          .on(route)
          .when(advance)
          .then(advanced("fold", "pack", 2));
    }

    @Test
    void a_retired_step_behind_which_nothing_is_left_completes() {
      Route route = changed(route("cut", "fold"), "cut");
      given(created("cut"), advanced("cut", "fold"))
          .on(route)
          .when(advance)
          .then(completed("fold", 2));
    }

    @Test
    void a_new_order_moves_no_serial_but_shows_it_another_next_step() {
      Route route = changed(route("cut", "fold", "pack"), "pack", "cut", "fold");
      given(created("cut")).on(route).when(advance).then(advanced("cut", "fold", 2));
    }

    @Test
    void a_completed_serial_cannot_advance() {
      given(created("cut"), completed("cut")).when(advance).thenRefused(Reason.ALREADY_COMPLETED);
    }
  }

  @Nested
  class Remembering {

    @Test
    void a_history_that_cannot_be_is_not_believed() {
      assertThatThrownBy(() -> SerialExamples.after(completed("cut")))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> SerialExamples.after(created("cut"), created("cut")))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(
              () -> SerialExamples.after(created("cut"), completed("cut"), completed("cut")))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
