package jobtrail.command.serial;

import static jobtrail.command.serial.SerialExamples.BOOK;
import static jobtrail.command.serial.SerialExamples.SN;
import static jobtrail.command.serial.SerialExamples.cameAgain;
import static jobtrail.command.serial.SerialExamples.change;
import static jobtrail.command.serial.SerialExamples.changed;
import static jobtrail.command.serial.SerialExamples.completed;
import static jobtrail.command.serial.SerialExamples.created;
import static jobtrail.command.serial.SerialExamples.deferred;
import static jobtrail.command.serial.SerialExamples.flexible;
import static jobtrail.command.serial.SerialExamples.given;
import static jobtrail.command.serial.SerialExamples.held;
import static jobtrail.command.serial.SerialExamples.id;
import static jobtrail.command.serial.SerialExamples.optional;
import static jobtrail.command.serial.SerialExamples.overridden;
import static jobtrail.command.serial.SerialExamples.preferred;
import static jobtrail.command.serial.SerialExamples.required;
import static jobtrail.command.serial.SerialExamples.reworked;
import static jobtrail.command.serial.SerialExamples.route;
import static jobtrail.command.serial.SerialExamples.scrapped;
import static jobtrail.command.serial.SerialExamples.skipped;
import static jobtrail.command.serial.SerialExamples.waived;
import static jobtrail.command.serial.SerialExamples.wentHome;
import static jobtrail.command.serial.SerialExamples.wentTo;

import java.util.List;
import jobtrail.command.WholeRuleBook;
import jobtrail.command.serial.SerialCommand.AdvanceSerial;
import jobtrail.command.serial.SerialCommand.AdvanceSerialTo;
import jobtrail.command.serial.SerialCommand.ReworkSerial;
import jobtrail.command.serial.SerialCommand.Target;
import jobtrail.command.serial.SerialRefused.Reason;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.DependencyType;
import jobtrail.events.path.Route;
import jobtrail.events.path.Step;
import jobtrail.events.serial.BypassedStep;
import jobtrail.events.serial.SerialEvent.SerialAdvanced;
import jobtrail.events.serial.StepStatus;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MovesTest {

  @RegisterExtension static final WholeRuleBook WHOLE = BOOK;

  private static AdvanceSerialTo to(int index) {
    return new AdvanceSerialTo(SN, null, new Target.ByIndex(index));
  }

  private static AdvanceSerialTo to(String step) {
    return new AdvanceSerialTo(SN, null, new Target.ById(id(step)));
  }

  @Nested
  class AdvancingTo {

    private final Route three = flexible("cut", "fold", "pack");

    @Test
    void a_serial_goes_to_a_later_step_by_its_place_or_by_its_id() {
      given(created("cut")).on(three).when(to(1)).then(wentTo("cut", "fold"));
      given(created("cut"))
          .on(three)
          .when(to("pack"))
          .then(wentTo("cut", "pack", deferred("fold")));
    }

    @Test
    void the_number_of_steps_means_the_end() {
      given(created("cut"))
          .on(flexible(preferred("cut"), optional("fold")))
          .when(to(2))
          .then(wentHome("cut", skipped("fold")));
    }

    @Test
    void nobody_goes_where_no_step_is() {
      given(created("cut")).on(three).when(to(4)).thenRefused(Reason.TARGET_BEYOND_END);
      given(created("cut")).on(three).when(to("polish")).thenRefused(Reason.STEP_UNKNOWN);
      given(created("cut")).on(three).when(to(-1)).thenRefused(Reason.TARGET_NOT_AHEAD);
    }

    @Test
    void only_forward() {
      given(created("cut")).on(three).when(to(0)).thenRefused(Reason.TARGET_NOT_AHEAD);
      given(created("cut"), wentTo("cut", "fold"))
          .on(three)
          .when(to("cut"))
          .thenRefused(Reason.TARGET_NOT_AHEAD);
    }

    @Test
    void nobody_goes_to_a_retired_step() {
      given(created("cut"))
          .on(changed(three, "cut", "pack"))
          .when(to("fold"))
          .thenRefused(Reason.STEP_RETIRED);
    }

    @Test
    void neither_held_nor_completed_nor_scrapped_ones_move() {
      given(created("cut"), held()).on(three).when(to(1)).thenRefused(Reason.HELD);
      given(created("cut"), completed("cut"))
          .on(three)
          .when(to(1))
          .thenRefused(Reason.ALREADY_COMPLETED);
      given(created("cut"), scrapped("cut"))
          .on(three)
          .when(to(1))
          .thenRefused(Reason.ALREADY_SCRAPPED);
    }
  }

  @Nested
  class GoingPastAStep {

    private static Route past(AdvancementMode mode, Step step) {
      return route(mode, preferred("cut"), step, preferred("pack"));
    }

    private static SerialAdvanced moved(AdvancementMode mode, BypassedStep... bypassed) {
      SerialAdvanced plain = wentTo("cut", "pack", bypassed);
      return new SerialAdvanced(
          plain.serialId(),
          plain.jobId(),
          plain.pathId(),
          plain.fromStep(),
          plain.toStep(),
          plain.bypassed(),
          1,
          mode);
    }

    @Test
    void strict_refuses_it_whatever_the_step_is() {
      for (Step step : List.of(optional("fold"), preferred("fold"))) {
        given(created("cut"))
            .on(past(AdvancementMode.STRICT, step))
            .when(to("pack"))
            .thenRefused(Reason.STRICT_ORDER);
      }
      given(created("cut"), overridden("fold"))
          .on(past(AdvancementMode.STRICT, preferred("fold")))
          .when(to("pack"))
          .thenRefused(Reason.STRICT_ORDER);
    }

    @Test
    void an_optional_or_overridden_step_is_skipped_even_a_physical_one() {
      Step physical = required("fold", DependencyType.PHYSICAL);
      for (AdvancementMode mode : List.of(AdvancementMode.FLEXIBLE, AdvancementMode.PER_STEP)) {
        given(created("cut"))
            .on(past(mode, optional("fold")))
            .when(to("pack"))
            .then(moved(mode, skipped("fold")));
        given(created("cut"), overridden("fold"))
            .on(past(mode, physical))
            .when(to("pack"))
            .then(moved(mode, skipped("fold")));
      }
    }

    @Test
    void a_preferred_one_is_deferred() {
      for (AdvancementMode mode : List.of(AdvancementMode.FLEXIBLE, AdvancementMode.PER_STEP)) {
        given(created("cut"))
            .on(past(mode, preferred("fold")))
            .when(to("pack"))
            .then(moved(mode, deferred("fold")));
      }
    }

    @Test
    void a_completion_gate_is_deferred_where_each_step_decides_and_refused_in_flexible() {
      Step gate = required("fold", DependencyType.COMPLETION_GATE);
      given(created("cut"))
          .on(past(AdvancementMode.PER_STEP, gate))
          .when(to("pack"))
          .then(moved(AdvancementMode.PER_STEP, deferred("fold")));
      given(created("cut"))
          .on(past(AdvancementMode.FLEXIBLE, gate))
          .when(to("pack"))
          .thenRefused(Reason.STEP_NOT_BYPASSABLE);
    }

    @Test
    void a_physical_one_is_never_gone_past() {
      for (AdvancementMode mode : List.of(AdvancementMode.FLEXIBLE, AdvancementMode.PER_STEP)) {
        given(created("cut"))
            .on(past(mode, required("fold", DependencyType.PHYSICAL)))
            .when(to("pack"))
            .thenRefused(Reason.STEP_NOT_BYPASSABLE);
      }
    }

    @Test
    void what_was_waived_stays_waived_and_is_not_bypassed_again() {
      given(
              created("cut"),
              wentTo("cut", "pack", deferred("fold")),
              waived("fold"),
              reworked(
                  "pack",
                  "cut",
                  change("cut", StepStatus.COMPLETED, StepStatus.IN_PROGRESS),
                  change("pack", StepStatus.IN_PROGRESS, StepStatus.PENDING)))
          .on(past(AdvancementMode.FLEXIBLE, required("fold", DependencyType.PHYSICAL)))
          .when(to("pack"))
          .then(cameAgain("cut", "pack"));
    }
  }

  @Nested
  class ScanningTwice {

    @Test
    void a_scan_of_where_it_no_longer_is_moves_nothing() {
      given(created("cut"), wentTo("cut", "fold"))
          .when(new AdvanceSerial(SN, id("cut")))
          .thenRefused(Reason.NOT_AT_STEP);
      given(created("cut"), wentTo("cut", "fold"))
          .when(new AdvanceSerialTo(SN, id("cut"), new Target.ByIndex(1)))
          .thenRefused(Reason.NOT_AT_STEP);
    }

    @Test
    void the_second_scan_on_the_last_step_is_told_the_same() {
      given(created("cut"), completed("cut"))
          .when(new AdvanceSerial(SN, id("cut")))
          .thenRefused(Reason.NOT_AT_STEP);
    }

    @Test
    void a_scan_of_where_it_is_moves_it() {
      given(created("cut"))
          .on(flexible("cut", "fold"))
          .when(new AdvanceSerial(SN, id("cut")))
          .then(wentTo("cut", "fold"));
    }
  }

  @Nested
  class Reworking {

    private final Route three = flexible("cut", "fold", "pack");

    private static ReworkSerial backTo(int index) {
      return new ReworkSerial(SN, new Target.ByIndex(index), "Scratched");
    }

    @Test
    void all_that_comes_after_has_to_be_done_again_save_what_was_waived() {
      given(created("cut"), wentTo("cut", "pack", deferred("fold")), waived("fold"))
          .on(three)
          .when(backTo(0))
          .then(
              reworked(
                  "pack",
                  "cut",
                  change("cut", StepStatus.COMPLETED, StepStatus.IN_PROGRESS),
                  change("pack", StepStatus.IN_PROGRESS, StepStatus.PENDING)));
    }

    @Test
    void skipped_and_deferred_steps_are_pending_again() {
      given(created("cut"), wentTo("cut", "ship", skipped("fold"), deferred("pack")))
          .on(flexible("cut", "fold", "pack", "ship"))
          .when(backTo(0))
          .then(
              reworked(
                  "ship",
                  "cut",
                  change("cut", StepStatus.COMPLETED, StepStatus.IN_PROGRESS),
                  change("fold", StepStatus.SKIPPED, StepStatus.PENDING),
                  change("pack", StepStatus.DEFERRED, StepStatus.PENDING),
                  change("ship", StepStatus.IN_PROGRESS, StepStatus.PENDING)));
    }

    @Test
    void only_to_an_earlier_step() {
      given(created("cut"), wentTo("cut", "fold"))
          .on(three)
          .when(backTo(1))
          .thenRefused(Reason.TARGET_NOT_BEHIND);
      given(created("cut"), wentTo("cut", "fold"))
          .on(three)
          .when(backTo(3))
          .thenRefused(Reason.TARGET_NOT_BEHIND);
    }

    @Test
    void neither_held_nor_completed_nor_scrapped_ones_go_back() {
      given(created("cut"), wentTo("cut", "fold"), held()).when(backTo(0)).thenRefused(Reason.HELD);
      given(created("cut"), completed("cut"))
          .when(backTo(0))
          .thenRefused(Reason.COMPLETED_FOR_GOOD);
      given(created("cut"), scrapped("cut")).when(backTo(0)).thenRefused(Reason.SCRAPPED_FOR_GOOD);
    }
  }
}
