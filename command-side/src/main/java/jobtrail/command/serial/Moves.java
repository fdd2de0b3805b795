package jobtrail.command.serial;

import static jobtrail.command.serial.SerialDecider.known;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jobtrail.command.serial.OwedWork.Blocker;
import jobtrail.command.serial.SerialCommand.Target;
import jobtrail.command.serial.SerialRefused.Reason;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.DependencyType;
import jobtrail.events.path.Route;
import jobtrail.events.path.Route.Stop;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.BypassedStep;
import jobtrail.events.serial.BypassedStep.Classification;
import jobtrail.events.serial.SerialEvent;
import jobtrail.events.serial.SerialEvent.SerialAdvanced;
import jobtrail.events.serial.SerialEvent.SerialCompleted;
import jobtrail.events.serial.SerialEvent.SerialReworked;
import jobtrail.events.serial.StepMark;
import jobtrail.events.serial.StepStatus;
import org.jspecify.annotations.Nullable;

/** The rules of where a serial may go from where it stands. */
final class Moves {

  private Moves() {}

  /** To the next step, in any mode; from the last one the serial is completed. */
  static List<SerialEvent> toNext(SerialState.InProgress serial, Route route) {
    Step next = route.stepAfter(serial.travel().step());
    return List.of(moved(serial, next == null ? null : next.stepId(), List.of(), route));
  }

  /** To a later step or off the path's end, past all that lies between. */
  static List<SerialEvent> ahead(SerialState.InProgress serial, Target target, Route route) {
    if (target instanceof Target.ByIndex(int index) && index < 0) {
      throw new SerialRefused(
          Reason.TARGET_NOT_AHEAD,
          "Serial %s can only move forward: %d does not lie ahead"
              .formatted(serial.travel().serialId(), index),
          "targetStepIndex");
    }
    StepId to = wanted(target, route);
    StepId from = serial.travel().step();
    if (to != null && !route.liesBefore(from, to)) {
      throw new SerialRefused(
          Reason.TARGET_NOT_AHEAD,
          "Serial %s can only move forward: step %s does not lie ahead"
              .formatted(serial.travel().serialId(), known(to, route).name()));
    }
    List<BypassedStep> bypassed = new ArrayList<>();
    for (Step step : route.stepsBetween(from, to)) {
      Classification classification = bypass(step, serial, route);
      if (classification != null) {
        bypassed.add(new BypassedStep(step.stepId(), classification));
      }
    }
    return List.of(moved(serial, to, bypassed, route));
  }

  /** Back to an earlier step; what comes after it has to be done again, save what was waived. */
  static List<SerialEvent> back(
      SerialState.InProgress serial, Target target, String reason, Route route) {
    Travel travel = serial.travel();
    StepId to = wanted(target, route);
    if (to == null || !route.liesBefore(to, travel.step())) {
      throw new SerialRefused(
          Reason.TARGET_NOT_BEHIND,
          "Serial %s can only be sent back to an earlier step".formatted(travel.serialId()));
    }
    List<StepMark> marks = new ArrayList<>(List.of(new StepMark(to, StepStatus.IN_PROGRESS)));
    for (Stop stop : route.stopsAfter(to)) {
      StepId stepId = stop.step().stepId();
      StepStatus status = travel.statuses().recorded().get(stepId);
      if (status != null && status != StepStatus.WAIVED) {
        marks.add(new StepMark(stepId, StepStatus.PENDING));
      }
    }
    return List.of(
        new SerialReworked(
            travel.serialId(),
            travel.jobId(),
            travel.pathId(),
            travel.step(),
            to,
            reason,
            travel.statuses().changesTo(travel.statuses().after(marks), route),
            route.revision(),
            route.mode()));
  }

  private static SerialEvent moved(
      SerialState.InProgress serial,
      @Nullable StepId to,
      List<BypassedStep> bypassed,
      Route route) {
    Travel travel = serial.travel();
    if (to != null) {
      return new SerialAdvanced(
          travel.serialId(),
          travel.jobId(),
          travel.pathId(),
          travel.step(),
          to,
          travel.statuses().recorded().get(to),
          bypassed,
          route.revision(),
          route.mode());
    }
    SerialCompleted done =
        new SerialCompleted(
            travel.serialId(),
            travel.jobId(),
            travel.pathId(),
            travel.step(),
            bypassed,
            route.revision(),
            route.mode());
    requireNothingOwed(serial, done, route);
    return done;
  }

  /** Judged as if the move had been made: the step that is left counts as completed. */
  private static void requireNothingOwed(
      SerialState.InProgress serial, SerialCompleted done, Route route) {
    List<Blocker> owed = OwedWork.open((SerialState.Issued) serial.evolve(done), route);
    if (!owed.isEmpty()) {
      throw new SerialRefused(
          Reason.STEPS_OWED,
          "Serial %s cannot be completed, steps are owed: %s. It can be completed by force"
              .formatted(
                  done.serialId(),
                  owed.stream()
                      .map(step -> step.stepName() + " (" + Words.of(step.status()) + ")")
                      .collect(Collectors.joining(", "))));
    }
  }

  /**
   * What becomes of a step that is gone past; null when it stays as it is.
   *
   * @throws SerialRefused when it cannot be gone past
   */
  private static @Nullable Classification bypass(
      Step step, SerialState.InProgress serial, Route route) {
    if (route.mode() == AdvancementMode.STRICT) {
      throw new SerialRefused(
          Reason.STRICT_ORDER,
          "Serial %s follows its path step by step: it cannot go past step %s"
              .formatted(serial.travel().serialId(), step.name()));
    }
    // It lies ahead, so what no event has spoken of is still to come.
    StepStatus status = serial.travel().statuses().recorded().get(step.stepId());
    if (status == StepStatus.COMPLETED || status == StepStatus.WAIVED) {
      return null;
    }
    if (!OwedWork.required(step, serial.travel())) {
      return Classification.SKIPPED;
    }
    if (deferrable(step.dependencyType(), route.mode())) {
      return Classification.DEFERRED;
    }
    throw new SerialRefused(
        Reason.STEP_NOT_BYPASSABLE,
        "Serial %s cannot go past step %s, which is required (%s, mode %s)"
            .formatted(
                serial.travel().serialId(),
                step.name(),
                Words.of(step.dependencyType()),
                Words.of(route.mode())));
  }

  private static boolean deferrable(DependencyType dependency, AdvancementMode mode) {
    return switch (dependency) {
      case PHYSICAL -> false;
      case PREFERRED -> mode != AdvancementMode.STRICT;
      case COMPLETION_GATE -> mode == AdvancementMode.PER_STEP;
    };
  }

  /** The step that is asked for; null for the path's end. */
  private static @Nullable StepId wanted(Target target, Route route) {
    return switch (target) {
      case Target.ById(StepId stepId) -> {
        Step step = known(stepId, route);
        if (route.stop(stepId).orElseThrow().retired()) {
          throw new SerialRefused(
              Reason.STEP_RETIRED, "Step " + step.name() + " is no longer part of the path");
        }
        yield stepId;
      }
      case Target.ByIndex(int index) -> {
        List<Step> steps = route.activeSteps();
        if (index < 0) {
          throw new SerialRefused(
              Reason.STEP_UNKNOWN, "The path has no step " + index, "targetStepIndex");
        }
        if (index > steps.size()) {
          throw new SerialRefused(
              Reason.TARGET_BEYOND_END,
              "The path has %d steps: there is no step %d".formatted(steps.size(), index),
              "targetStepIndex");
        }
        yield index == steps.size() ? null : steps.get(index).stepId();
      }
    };
  }
}
