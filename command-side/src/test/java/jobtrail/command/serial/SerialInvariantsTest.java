package jobtrail.command.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import jobtrail.command.serial.Life.Turn;
import jobtrail.command.serial.SerialCommand.AdvanceSerial;
import jobtrail.command.serial.SerialCommand.AdvanceSerialTo;
import jobtrail.command.serial.SerialCommand.AttachCertificate;
import jobtrail.command.serial.SerialCommand.CompleteDeferredStep;
import jobtrail.command.serial.SerialCommand.OverrideStep;
import jobtrail.command.serial.SerialCommand.ReverseOverride;
import jobtrail.command.serial.SerialCommand.Target;
import jobtrail.command.serial.SerialCommand.WaiveStep;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.DependencyType;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.BypassedStep;
import jobtrail.events.serial.BypassedStep.Classification;
import jobtrail.events.serial.SerialEvent;
import jobtrail.events.serial.SerialEvent.SerialAdvanced;
import jobtrail.events.serial.SerialEvent.SerialCompleted;
import jobtrail.events.serial.SerialEvent.SerialForceCompleted;
import jobtrail.events.serial.SerialEvent.SerialMoveUndone;
import jobtrail.events.serial.SerialEvent.SerialReworked;
import jobtrail.events.serial.StepStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What always holds in a serial's life, by its number; shown on all that happens in some hundred
 * lives.
 */
class SerialInvariantsTest {

  private static final List<Turn> TURNS =
      LongStream.rangeClosed(1, 500).boxed().flatMap(Life::turns).toList();

  @Test
  void invariant_6_while_nothing_is_gone_past_the_steps_done_are_all_those_before_its_own() {
    for (long seed = 1; seed <= 2_000; seed++) {
      for (Turn turn : Life.turns(seed).takeWhile(SerialInvariantsTest::stepByStep).toList()) {
        List<StepStatus> statuses =
            turn.route().activeSteps().stream()
                .map(step -> turn.after().statusOf(step.stepId(), turn.route()))
                .toList();
        int done =
            turn.after() instanceof SerialState.Completed
                ? statuses.size()
                : turn.route().indexOf(turn.after().travel().step());
        assertThat(statuses.subList(0, done)).allMatch(StepStatus.COMPLETED::equals);
        assertThat(statuses.subList(done, statuses.size())).doesNotContain(StepStatus.COMPLETED);
      }
    }
  }

  @Test
  void invariant_8_only_rework_and_undo_lead_back_and_a_plain_advance_goes_one_step() {
    each(
        SerialAdvanced.class,
        (turn, moved) -> {
          assertThat(turn.route().liesBefore(moved.fromStep(), moved.toStep())).isTrue();
          if (turn.command() instanceof AdvanceSerial) {
            assertThat(turn.route().stepsBetween(moved.fromStep(), moved.toStep())).isEmpty();
          }
        });
    each(
        SerialCompleted.class,
        (turn, done) -> {
          assertThat(turn.after().standing()).isNull();
          if (turn.command() instanceof AdvanceSerial) {
            assertThat(turn.route().stepAfter(done.fromStep())).isNull();
          }
        });
    for (Turn turn : TURNS) {
      boolean stays =
          turn.events().stream()
              .noneMatch(event ->
                  event instanceof SerialAdvanced
                      || event instanceof SerialReworked
                      || event instanceof SerialMoveUndone);
      if (stays) {
        assertThat(turn.after().travel().step()).isEqualTo(turn.before().travel().step());
      }
    }
  }

  @Test
  void invariant_8_a_serial_is_shown_at_one_of_its_paths_steps_until_it_is_completed() {
    for (Turn turn : TURNS) {
      int index = new SerialPlace(turn.after(), turn.route(), turn.events(), null).index();
      if (turn.after() instanceof SerialState.Completed) {
        assertThat(index).isEqualTo(-1);
      } else {
        assertThat(index).isBetween(0, turn.route().activeSteps().size() - 1);
      }
    }
  }

  @Test
  void invariant_9_a_target_that_does_not_lie_ahead_or_beyond_the_end_is_always_refused() {
    each(
        AdvanceSerialTo.class,
        (turn, to) -> {
          if (!liesAhead(to.target(), turn)) {
            refused(turn);
          }
        });
  }

  @Test
  void invariant_10_in_strict_mode_only_the_next_step_can_be_reached() {
    for (Leg leg : legs()) {
      if (leg.mode() == AdvancementMode.STRICT) {
        assertThat(leg.bypassed()).isEmpty();
        assertThat(leg.past()).isEmpty();
      }
    }
  }

  @Test
  void invariant_11_every_step_gone_past_is_skipped_or_deferred_unless_it_was_done() {
    for (Leg leg : legs()) {
      Turn turn = leg.turn();
      Map<StepId, Classification> expected =
          leg.past().stream()
              .filter(step -> !settled(turn.before().statusOf(step.stepId(), turn.route())))
              .collect(Collectors.toMap(Step::stepId, step -> classified(step, turn)));
      assertThat(
              leg.bypassed().stream()
                  .collect(Collectors.toMap(BypassedStep::stepId, BypassedStep::classification)))
          .isEqualTo(expected);
      expected.forEach((step, as) ->
          assertThat(turn.after().statusOf(step, turn.route()).name()).isEqualTo(as.name()));
    }
    assertThat(legs()).as("past an optional step off the end").anyMatch(Leg::goesPastOffTheEnd);
  }

  @Test
  void invariant_12_a_physical_step_is_never_gone_past_in_any_mode() {
    for (Leg leg : legs()) {
      for (BypassedStep past : leg.deferred()) {
        assertThat(leg.dependencyOf(past)).isNotEqualTo(DependencyType.PHYSICAL);
      }
    }
  }

  @Test
  void invariant_13_each_step_has_one_status_and_a_serial_on_its_way_works_on_one_step() {
    for (Turn turn : TURNS) {
      List<StepId> inProgress =
          turn.route().steps().stream()
              .map(stop -> stop.step().stepId())
              .filter(step -> turn.after().statusOf(step, turn.route()) == StepStatus.IN_PROGRESS)
              .toList();
      if (turn.after() instanceof SerialState.InProgress serial) {
        assertThat(inProgress).containsExactly(serial.travel().step());
      } else {
        assertThat(inProgress).hasSizeLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void invariant_14_and_15_nothing_is_completed_that_owes_a_required_step_gates_included() {
    each(
        SerialCompleted.class,
        (turn, done) -> {
          for (Step step : turn.route().activeSteps()) {
            StepStatus status = turn.after().statusOf(step.stepId(), turn.route());
            if (required(step, turn)) {
              assertThat(status).isIn(StepStatus.COMPLETED, StepStatus.WAIVED, StepStatus.SKIPPED);
            }
            if (required(step, turn) && status == StepStatus.SKIPPED) {
              assertThat(turn.after().travel().statuses().recorded())
                  .as("it was put behind the serial later")
                  .doesNotContainKey(step.stepId());
            }
          }
        });
  }

  @Test
  void invariant_15_a_gate_is_deferred_where_the_mode_leaves_it_to_the_step() {
    List<AdvancementMode> modes =
        legs().stream()
            .flatMap(leg ->
                leg.deferred().stream()
                    .filter(past -> leg.dependencyOf(past) == DependencyType.COMPLETION_GATE)
                    .map(past -> leg.mode()))
            .toList();
    assertThat(modes).isNotEmpty().containsOnly(AdvancementMode.PER_STEP);
  }

  @Test
  void invariant_16_nothing_moves_what_is_scrapped_and_what_is_completed_is_never_scrapped() {
    for (Turn turn : TURNS) {
      if (turn.before() instanceof SerialState.Scrapped) {
        assertThat(turn.events())
            .noneMatch(event ->
                event instanceof SerialAdvanced
                    || event instanceof SerialCompleted
                    || event instanceof SerialForceCompleted
                    || event instanceof SerialReworked
                    || event instanceof SerialEvent.SerialScrapped
                    || event instanceof SerialEvent.SerialDeferredCompleted
                    || event instanceof SerialEvent.SerialStepWaived);
      }
      if (turn.before() instanceof SerialState.Completed) {
        assertThat(turn.after()).isNotInstanceOf(SerialState.Scrapped.class);
      }
    }
  }

  @Test
  void invariant_18_an_override_is_made_once_never_of_done_work_and_reversed_only_unused() {
    each(
        OverrideStep.class,
        (turn, override) -> {
          StepId step = override.stepId();
          if (turn.before().travel().overridden().contains(step)) {
            assertThat(turn.events()).isEmpty();
          } else if (turn.route().stop(step).isPresent()
              && turn.before().statusOf(step, turn.route()) == StepStatus.COMPLETED) {
            refused(turn);
          }
        });
    each(
        ReverseOverride.class,
        (turn, reverse) -> {
          if (turn.refused() == null) {
            StepId step = reverse.stepId();
            assertThat(turn.before().travel().overridden()).contains(step);
            assertThat(turn.after().travel().overridden()).doesNotContain(step);
            assertThat(turn.before().statusOf(step, turn.route()))
                .isNotIn(StepStatus.SKIPPED, StepStatus.COMPLETED);
          }
        });
  }

  @Test
  void invariant_19_completing_by_force_notes_exactly_the_open_required_steps_of_that_moment() {
    each(
        SerialForceCompleted.class,
        (turn, done) -> {
          List<StepId> open =
              turn.route().activeSteps().stream()
                  .filter(step -> required(step, turn))
                  .map(Step::stepId)
                  .filter(step -> !settled(turn.before().statusOf(step, turn.route())))
                  .filter(step ->
                      turn.before().statusOf(step, turn.route()) != StepStatus.SKIPPED
                          || turn.before().travel().statuses().recorded().containsKey(step))
                  .toList();
          assertThat(done.incomplete()).isEqualTo(open);
          assertThat(turn.after().travel().statuses()).isEqualTo(turn.before().travel().statuses());
        });
  }

  @Test
  void
      invariant_20_only_deferred_work_is_completed_afterwards_or_waived_and_only_required_waived() {
    each(
        CompleteDeferredStep.class,
        (turn, done) -> {
          if (turn.refused() == null) {
            wasDeferred(turn, done.stepId());
          }
        });
    each(
        WaiveStep.class,
        (turn, waive) -> {
          if (turn.refused() == null) {
            wasDeferred(turn, waive.stepId());
            assertThat(turn.route().stop(waive.stepId()).orElseThrow().step().optional()).isFalse();
          }
        });
  }

  @Test
  void invariant_22_no_change_of_the_path_moves_a_serial_or_rewrites_what_happened_to_it() {
    for (Turn turn : TURNS) {
      if (turn.command() == null) {
        assertThat(turn.after()).isEqualTo(turn.before());
        turn.after()
            .travel()
            .statuses()
            .recorded()
            .forEach((step, status) ->
                assertThat(turn.after().statusOf(step, turn.route())).isEqualTo(status));
      }
    }
  }

  @Test
  void invariant_24_a_certificate_is_attached_once_to_a_serial_at_a_step() {
    each(
        AttachCertificate.class,
        (turn, attach) -> {
          if (turn.refused() == null) {
            boolean there =
                turn.before()
                    .travel()
                    .certificates()
                    .contains(
                        new SerialState.Attachment(
                            attach.certificateId(), turn.before().travel().step()));
            assertThat(turn.events()).hasSize(there ? 0 : 1);
          }
        });
  }

  @Test
  void invariant_26_and_28_what_is_done_is_one_event_and_what_is_refused_is_none() {
    for (Turn turn : TURNS) {
      if (turn.command() != null) {
        boolean changed = !turn.after().equals(turn.before());
        assertThat(turn.events()).hasSize(changed ? 1 : 0);
        assertThat(turn.refused() != null && changed).isFalse();
      }
    }
  }

  @Test
  void these_lives_show_enough_for_that() {
    Map<Class<?>, Long> often =
        TURNS.stream()
            .flatMap(turn -> turn.events().stream())
            .collect(Collectors.groupingBy(Object::getClass, Collectors.counting()));
    List.of(SerialEvent.class.getPermittedSubclasses()).stream()
        .filter(kind -> kind != SerialEvent.SerialCreated.class)
        .forEach(kind -> assertThat(often.getOrDefault(kind, 0L)).as(kind.getName()).isPositive());
  }

  private static <T> void each(Class<T> kind, BiConsumer<Turn, T> holds) {
    for (Turn turn : TURNS) {
      if (kind.isInstance(turn.command())) {
        holds.accept(turn, kind.cast(turn.command()));
      }
      turn.events().stream()
          .filter(kind::isInstance)
          .forEach(event -> holds.accept(turn, kind.cast(event)));
    }
  }

  private static void refused(Turn turn) {
    assertThat(turn.refused()).as(turn.toString()).isNotNull();
    assertThat(turn.after()).isEqualTo(turn.before());
  }

  private static void wasDeferred(Turn turn, StepId step) {
    assertThat(turn.before().statusOf(step, turn.route())).isEqualTo(StepStatus.DEFERRED);
  }

  /** Whether a target is a step in use beyond where the serial stands, or the path's end. */
  private static boolean liesAhead(Target target, Turn turn) {
    StepId here = turn.before().travel().step();
    List<Step> steps = turn.route().activeSteps();
    return switch (target) {
      case Target.ByIndex(int index) ->
          index == steps.size()
              || (index >= 0
                  && index < steps.size()
                  && turn.route().liesBefore(here, steps.get(index).stepId()));
      case Target.ById(StepId step) ->
          steps.stream().anyMatch(inUse -> inUse.stepId().equals(step))
              && turn.route().liesBefore(here, step);
    };
  }

  /** No other steps, and none gone past. */
  private static boolean stepByStep(Turn turn) {
    boolean otherSteps =
        switch (turn.deed().kind()) {
          case ADD_STEP, TAKE_STEP_AWAY, REORDER -> true;
          default -> false;
        };
    return !otherSteps
        && turn.events().stream()
            .noneMatch(event ->
                event instanceof SerialForceCompleted
                    || (event instanceof SerialAdvanced moved && !moved.bypassed().isEmpty())
                    || (event instanceof SerialCompleted done && !done.bypassed().isEmpty()));
  }

  /**
   * A move forward.
   *
   * @param to null off the path's end
   */
  private record Leg(
      Turn turn,
      StepId from,
      @Nullable StepId to,
      AdvancementMode mode,
      List<BypassedStep> bypassed) {

    List<Step> past() {
      return turn.route().stepsBetween(from, to);
    }

    boolean goesPastOffTheEnd() {
      return to == null && !bypassed.isEmpty();
    }

    List<BypassedStep> deferred() {
      return bypassed.stream()
          .filter(past -> past.classification() == Classification.DEFERRED)
          .toList();
    }

    DependencyType dependencyOf(BypassedStep past) {
      return turn.route().stop(past.stepId()).orElseThrow().step().dependencyType();
    }
  }

  private static List<Leg> legs() {
    List<Leg> legs = new ArrayList<>();
    each(
        SerialAdvanced.class,
        (turn, moved) ->
            legs.add(
                new Leg(turn, moved.fromStep(), moved.toStep(), moved.mode(), moved.bypassed())));
    each(
        SerialCompleted.class,
        (turn, done) ->
            legs.add(new Leg(turn, done.fromStep(), null, done.mode(), done.bypassed())));
    return legs;
  }

  private static boolean required(Step step, Turn turn) {
    return !step.optional() && !turn.before().travel().overridden().contains(step.stepId());
  }

  private static boolean settled(StepStatus status) {
    return status == StepStatus.COMPLETED || status == StepStatus.WAIVED;
  }

  private static Classification classified(Step step, Turn turn) {
    return required(step, turn) ? Classification.DEFERRED : Classification.SKIPPED;
  }
}
