package jobtrail.command.serial;

import static jobtrail.command.serial.SerialExamples.SN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import jobtrail.command.serial.Life.Turn;
import jobtrail.command.serial.SerialCommand.AdvanceSerial;
import jobtrail.command.serial.SerialCommand.AdvanceSerialTo;
import jobtrail.command.serial.SerialCommand.AttachCertificate;
import jobtrail.command.serial.SerialCommand.CompleteDeferredStep;
import jobtrail.command.serial.SerialCommand.ForceCompleteSerial;
import jobtrail.command.serial.SerialCommand.HoldSerial;
import jobtrail.command.serial.SerialCommand.OfOne;
import jobtrail.command.serial.SerialCommand.OverrideStep;
import jobtrail.command.serial.SerialCommand.ReleaseSerial;
import jobtrail.command.serial.SerialCommand.ReverseOverride;
import jobtrail.command.serial.SerialCommand.ReworkSerial;
import jobtrail.command.serial.SerialCommand.ScrapSerial;
import jobtrail.command.serial.SerialCommand.Target;
import jobtrail.command.serial.SerialCommand.WaiveStep;
import jobtrail.events.certificate.CertificateId;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.DependencyType;
import jobtrail.events.path.Route;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.ScrapReason;
import jobtrail.events.serial.SerialEvent;
import jobtrail.events.serial.StepStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What always holds of what a serial would do, by its number; shown by asking it, after each thing
 * that happens in some hundred lives.
 */
class SerialPromisesTest {

  private static final List<Turn> TURNS =
      LongStream.rangeClosed(1, 500).boxed().flatMap(Life::turns).toList();

  private static final OfOne ADVANCE = new AdvanceSerial(SN, null);
  private static final OfOne FORCE = new ForceCompleteSerial(SN, null);

  @Test
  void invariant_10_in_strict_mode_the_next_step_can_be_reached_whatever_it_asks_and_no_other() {
    for (Turn turn : free()) {
      if (turn.route().mode() == AdvancementMode.STRICT) {
        List<Step> ahead = turn.route().stepsBetween(turn.after().travel().step(), null);
        for (Step step : ahead) {
          boolean next = step.equals(ahead.getFirst());
          assertThat(also(turn, to(new Target.ById(step.stepId()))) != null).isEqualTo(next);
        }
        if (!ahead.isEmpty()) {
          SerialState.Issued moved = goesWell(turn, turn.after(), ADVANCE);
          assertThat(moved.standing()).isEqualTo(ahead.getFirst().stepId());
          assertThat(also(turn, to(end(turn)))).isNull();
        }
      }
    }
  }

  @Test
  void invariant_14_what_is_required_and_open_blocks_completion_and_nothing_else_does() {
    int blocked = 0;
    for (Turn turn : free()) {
      if (turn.route().stepAfter(turn.after().travel().step()) == null) {
        List<StepId> owed = owed(turn);
        blocked += owed.isEmpty() ? 0 : 1;
        assertThat(also(turn, ADVANCE) == null).isEqualTo(!owed.isEmpty());
        assertThat(also(turn, to(end(turn))) == null).isEqualTo(!owed.isEmpty());
        SerialState.Issued letOff = turn.after();
        for (StepId step : owed) {
          letOff = goesWell(turn, letOff, new OverrideStep(SN, step, "why"));
        }
        assertThat(goesWell(turn, letOff, ADVANCE)).isInstanceOf(SerialState.Completed.class);
      }
    }
    assertThat(blocked).isPositive();
  }

  @Test
  void invariant_15_a_deferred_gate_blocks_until_it_is_done_or_waived_save_completing_by_force() {
    int gates = 0;
    for (Turn turn : free()) {
      for (StepId gate : deferredGates(turn)) {
        gates++;
        assertThat(also(turn, to(end(turn)))).isNull();
        assertThat(blockers(turn.after(), turn.route())).contains(gate);
        for (OfOne settling :
            List.of(
                new CompleteDeferredStep(SN, gate), new WaiveStep(SN, gate, "why", "user_eve"))) {
          SerialState.Issued settled = goesWell(turn, turn.after(), settling);
          assertThat(blockers(settled, turn.route())).doesNotContain(gate);
        }
        SerialState.Completed forced = (SerialState.Completed) goesWell(turn, turn.after(), FORCE);
        assertThat(Objects.requireNonNull(forced.forced()).incomplete()).contains(gate);
      }
    }
    assertThat(gates).isPositive();
  }

  @Test
  void invariant_16_what_is_scrapped_or_completed_refuses_whatever_would_move_or_end_it() {
    for (Turn turn : TURNS) {
      if (!(turn.after() instanceof SerialState.InProgress)) {
        List<OfOne> refused =
            new ArrayList<>(
                List.of(
                    ADVANCE,
                    to(end(turn)),
                    FORCE,
                    new ScrapSerial(SN, ScrapReason.DAMAGED, null),
                    new ReworkSerial(SN, new Target.ByIndex(0), "why"),
                    new HoldSerial(SN, "why"),
                    new ReleaseSerial(SN, "why")));
        if (turn.after() instanceof SerialState.Scrapped) {
          for (Step step : turn.route().activeSteps()) {
            refused.add(new CompleteDeferredStep(SN, step.stepId()));
            refused.add(new WaiveStep(SN, step.stepId(), "why", "user_eve"));
          }
        }
        assertThat(refused).allMatch(command -> also(turn, command) == null);
      }
    }
  }

  @Test
  void invariant_18_reversing_an_unused_override_restores_what_was_and_a_used_one_stays() {
    for (Turn turn : TURNS) {
      for (Step step : turn.route().activeSteps()) {
        OfOne override = new OverrideStep(SN, step.stepId(), "why");
        OfOne reverse = new ReverseOverride(SN, step.stepId());
        SerialState.Issued overridden = also(turn, override);
        if (overridden == null || overridden.equals(turn.after())) {
          continue;
        }
        assertThat(decided(turn, overridden, override)).as("twice is once").isEmpty();
        if (overridden.statusOf(step.stepId(), turn.route()) == StepStatus.SKIPPED) {
          assertThat(also(turn, overridden, reverse)).isNull();
          continue;
        }
        SerialState.Issued now = goesWell(turn, overridden, reverse);
        assertThat(now.travel().overridden()).isEqualTo(turn.after().travel().overridden());
        assertThat(now.travel().statuses()).isEqualTo(turn.after().travel().statuses());
        assertThat(OwedWork.blockers(now, turn.route()))
            .isEqualTo(OwedWork.blockers(turn.after(), turn.route()));
      }
    }
  }

  @Test
  void invariant_24_a_certificate_attached_again_changes_nothing() {
    OfOne attach = new AttachCertificate(SN, new CertificateId("cert_new"));
    for (Turn turn : TURNS) {
      SerialState.Issued attached = also(turn, attach);
      if (attached != null) {
        assertThat(attached).isNotEqualTo(turn.after());
        assertThat(decided(turn, attached, attach)).isEmpty();
      }
    }
  }

  /** What left a serial on its way that nobody holds. */
  private static List<Turn> free() {
    return TURNS.stream()
        .filter(turn -> turn.after() instanceof SerialState.InProgress && !turn.after().held())
        .toList();
  }

  /** Required steps besides its own that are neither done nor waived, and that it came to. */
  private static List<StepId> owed(Turn turn) {
    SerialState.Issued serial = turn.after();
    return turn.route().activeSteps().stream()
        .filter(step -> !step.optional() && !serial.travel().overridden().contains(step.stepId()))
        .map(Step::stepId)
        .filter(step -> !step.equals(serial.standing()))
        .filter(step ->
            switch (serial.statusOf(step, turn.route())) {
              case COMPLETED, WAIVED -> false;
              case PENDING, IN_PROGRESS, DEFERRED -> true;
              case SKIPPED -> serial.travel().statuses().recorded().containsKey(step);
            })
        .toList();
  }

  private static List<StepId> deferredGates(Turn turn) {
    return turn.route().activeSteps().stream()
        .filter(step -> step.dependencyType() == DependencyType.COMPLETION_GATE)
        .filter(step -> !step.optional())
        .map(Step::stepId)
        .filter(step -> !turn.after().travel().overridden().contains(step))
        .filter(step -> turn.after().statusOf(step, turn.route()) == StepStatus.DEFERRED)
        .toList();
  }

  private static List<StepId> blockers(SerialState.Issued serial, Route route) {
    return OwedWork.blockers(serial, route).stream().map(OwedWork.Blocker::stepId).toList();
  }

  private static OfOne to(Target target) {
    return new AdvanceSerialTo(SN, null, target);
  }

  private static Target end(Turn turn) {
    return new Target.ByIndex(turn.route().activeSteps().size());
  }

  private static SerialState.@Nullable Issued also(Turn turn, OfOne command) {
    return also(turn, turn.after(), command);
  }

  private static SerialState.Issued goesWell(Turn turn, SerialState.Issued serial, OfOne command) {
    SerialState.Issued after = also(turn, serial, command);
    if (after == null) {
      throw new AssertionError(command + " is refused to " + serial + " on " + turn.route());
    }
    return after;
  }

  /** What would become of a serial; null when it is refused. */
  private static SerialState.@Nullable Issued also(
      Turn turn, SerialState.Issued serial, OfOne command) {
    try {
      SerialState.Issued after = serial;
      for (SerialEvent event : decided(turn, serial, command)) {
        after = (SerialState.Issued) after.evolve(event);
      }
      return after;
    } catch (SerialRefused refused) {
      return null;
    }
  }

  private static List<SerialEvent> decided(Turn turn, SerialState.Issued serial, OfOne command) {
    LastEvent last = new LastEvent("user_ann", SerialExamples.NOON);
    return SerialDecider.decide(command, serial, turn.route(), last);
  }
}
