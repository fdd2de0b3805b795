package jobtrail.command.serial;

import static jobtrail.command.serial.SerialExamples.BOOK;
import static jobtrail.command.serial.SerialExamples.SN;
import static jobtrail.command.serial.SerialExamples.caughtUp;
import static jobtrail.command.serial.SerialExamples.changed;
import static jobtrail.command.serial.SerialExamples.created;
import static jobtrail.command.serial.SerialExamples.deferred;
import static jobtrail.command.serial.SerialExamples.flexible;
import static jobtrail.command.serial.SerialExamples.forced;
import static jobtrail.command.serial.SerialExamples.given;
import static jobtrail.command.serial.SerialExamples.held;
import static jobtrail.command.serial.SerialExamples.id;
import static jobtrail.command.serial.SerialExamples.issued;
import static jobtrail.command.serial.SerialExamples.optional;
import static jobtrail.command.serial.SerialExamples.overridden;
import static jobtrail.command.serial.SerialExamples.preferred;
import static jobtrail.command.serial.SerialExamples.reversed;
import static jobtrail.command.serial.SerialExamples.scrapped;
import static jobtrail.command.serial.SerialExamples.skipped;
import static jobtrail.command.serial.SerialExamples.waived;
import static jobtrail.command.serial.SerialExamples.wentHome;
import static jobtrail.command.serial.SerialExamples.wentTo;
import static org.assertj.core.api.Assertions.assertThat;

import jobtrail.command.WholeRuleBook;
import jobtrail.command.serial.OwedWork.Blocker;
import jobtrail.command.serial.SerialCommand.AdvanceSerial;
import jobtrail.command.serial.SerialCommand.CompleteDeferredStep;
import jobtrail.command.serial.SerialCommand.OverrideStep;
import jobtrail.command.serial.SerialCommand.ReverseOverride;
import jobtrail.command.serial.SerialCommand.WaiveStep;
import jobtrail.command.serial.SerialExamples.Given;
import jobtrail.command.serial.SerialRefused.Reason;
import jobtrail.events.path.Route;
import jobtrail.events.serial.StepStatus;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OwedWorkTest {

  @RegisterExtension static final WholeRuleBook WHOLE = BOOK;

  private final Route three = flexible("cut", "fold", "pack");
  private final Given owing =
      given(created("cut"), wentTo("cut", "pack", deferred("fold"))).on(three);

  @Nested
  class Completing {

    private final AdvanceSerial advance = new AdvanceSerial(SN, null);

    @Test
    void a_serial_that_owes_a_step_is_not_completed() {
      owing.when(advance).thenRefused(Reason.STEPS_OWED);
    }

    @Test
    void once_the_work_is_done_waived_or_not_needed_it_is() {
      for (var settled : java.util.List.of(caughtUp("fold"), waived("fold"), overridden("fold"))) {
        given(created("cut"), wentTo("cut", "pack", deferred("fold")), settled)
            .on(three)
            .when(advance)
            .then(wentHome("pack"));
      }
    }

    @Test
    void a_step_that_landed_behind_its_back_is_not_owed() {
      Route later = changed(flexible("cut", "pack"), "cut", "fold", "pack");
      SerialState.Issued serial = issued(created("cut"), wentTo("cut", "pack"));

      assertThat(serial.statusOf(id("fold"), later)).isEqualTo(StepStatus.SKIPPED);
      assertThat(OwedWork.blockers(serial, later)).isEmpty();
    }

    @Test
    void what_blocks_is_told_with_its_status() {
      assertThat(OwedWork.blockers(issued(created("cut")), three))
          .containsExactly(
              new Blocker(id("fold"), "fold", StepStatus.PENDING),
              new Blocker(id("pack"), "pack", StepStatus.PENDING));
    }
  }

  @Nested
  class CompletingDeferredWork {

    private final CompleteDeferredStep done = new CompleteDeferredStep(SN, id("fold"));

    @Test
    void what_was_put_off_is_done_and_the_serial_stays_where_it_is() {
      owing.when(done).then(caughtUp("fold"));
    }

    @Test
    void held_ones_and_those_completed_by_force_may_catch_up_too() {
      given(created("cut"), wentTo("cut", "pack", deferred("fold")), held())
          .on(three)
          .when(done)
          .then(caughtUp("fold"));
      given(created("cut"), wentTo("cut", "pack", deferred("fold")), forced("pack", "fold", "pack"))
          .on(three)
          .when(done)
          .then(caughtUp("fold"));
    }

    @Test
    void only_deferred_work_can_be_caught_up_with() {
      given(created("cut")).on(three).when(done).thenRefused(Reason.STEP_NOT_DEFERRED);
    }

    @Test
    void not_on_a_scrapped_serial() {
      given(created("cut"), wentTo("cut", "pack", deferred("fold")), scrapped("pack"))
          .on(three)
          .when(done)
          .thenRefused(Reason.SCRAPPED_FOR_GOOD);
    }

    @Test
    void a_step_that_the_path_never_had_is_unknown() {
      owing.when(new CompleteDeferredStep(SN, id("polish"))).thenRefused(Reason.STEP_UNKNOWN);
    }
  }

  @Nested
  class Waiving {

    private final WaiveStep waive = new WaiveStep(SN, id("fold"), "Customer agrees", "user_eve");

    @Test
    void somebody_takes_the_responsibility() {
      owing.when(waive).then(waived("fold"));
    }

    @Test
    void only_for_deferred_work() {
      given(created("cut")).on(three).when(waive).thenRefused(Reason.STEP_NOT_DEFERRED);
      given(created("cut"), wentTo("cut", "pack", deferred("fold")), waived("fold"))
          .on(three)
          .when(waive)
          .thenRefused(Reason.STEP_NOT_DEFERRED);
    }

    @Test
    void an_optional_step_needs_no_waiver() {
      owing
          .on(flexible(preferred("cut"), optional("fold"), preferred("pack")))
          .when(waive)
          .thenRefused(Reason.STEP_OPTIONAL);
    }

    @Test
    void not_on_a_scrapped_serial() {
      given(created("cut"), wentTo("cut", "pack", deferred("fold")), scrapped("pack"))
          .on(three)
          .when(waive)
          .thenRefused(Reason.SCRAPPED_FOR_GOOD);
    }
  }

  @Nested
  class Overriding {

    private final OverrideStep override = new OverrideStep(SN, id("fold"), "Prototype");

    @Test
    void one_serial_may_go_without_a_step() {
      given(created("cut")).on(three).when(override).then(overridden("fold"));
    }

    @Test
    void twice_is_once() {
      given(created("cut"), overridden("fold")).on(three).when(override).thenNothing();
    }

    @Test
    void what_is_completed_needs_no_override() {
      given(created("cut"), wentTo("cut", "fold"), wentTo("fold", "pack"))
          .on(three)
          .when(override)
          .thenRefused(Reason.STEP_COMPLETED);
    }
  }

  @Nested
  class ReversingAnOverride {

    private final ReverseOverride reverse = new ReverseOverride(SN, id("fold"));

    @Test
    void the_serial_needs_the_step_after_all() {
      given(created("cut"), overridden("fold")).on(three).when(reverse).then(reversed("fold"));
    }

    @Test
    void only_what_is_overridden() {
      given(created("cut")).on(three).when(reverse).thenRefused(Reason.NO_ACTIVE_OVERRIDE);
      given(created("cut"), overridden("fold"), reversed("fold"))
          .on(three)
          .when(reverse)
          .thenRefused(Reason.NO_ACTIVE_OVERRIDE);
    }

    @Test
    void not_once_the_serial_went_past_the_step() {
      given(created("cut"), overridden("fold"), wentTo("cut", "pack", skipped("fold")))
          .on(three)
          .when(reverse)
          .thenRefused(Reason.OVERRIDE_USED);
    }
  }
}
