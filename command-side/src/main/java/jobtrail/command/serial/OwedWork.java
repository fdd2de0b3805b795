package jobtrail.command.serial;

import static jobtrail.command.serial.SerialDecider.known;

import java.util.List;
import jobtrail.command.serial.SerialCommand.CompleteDeferredStep;
import jobtrail.command.serial.SerialCommand.OverrideStep;
import jobtrail.command.serial.SerialCommand.ReverseOverride;
import jobtrail.command.serial.SerialCommand.WaiveStep;
import jobtrail.command.serial.SerialRefused.Reason;
import jobtrail.events.path.Route;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.SerialEvent;
import jobtrail.events.serial.SerialEvent.SerialDeferredCompleted;
import jobtrail.events.serial.SerialEvent.SerialOverrideReversed;
import jobtrail.events.serial.SerialEvent.SerialStepOverridden;
import jobtrail.events.serial.SerialEvent.SerialStepWaived;
import jobtrail.events.serial.StepStatus;

/** The rules of the work that a serial owes, and of what it may go without. */
final class OwedWork {

  private OwedWork() {}

  /** A required step that keeps a serial from being completed. */
  record Blocker(StepId stepId, String stepName, StepStatus status) {}

  /** Whether a serial cannot be completed without a step. */
  static boolean required(Step step, Travel serial) {
    return !step.optional() && !serial.overridden().contains(step.stepId());
  }

  /**
   * The required steps in use that are neither completed nor waived. A step that was put behind a
   * serial and that it never came to is not owed.
   */
  static List<Blocker> open(SerialState.Issued serial, Route route) {
    return route.activeSteps().stream()
        .filter(step -> required(step, serial.travel()))
        .filter(step -> owes(serial, step.stepId(), route))
        .map(step -> new Blocker(step.stepId(), step.name(), serial.statusOf(step.stepId(), route)))
        .toList();
  }

  /** What keeps a serial from being completed, once the step it stands on is done. */
  static List<Blocker> blockers(SerialState.Issued serial, Route route) {
    return open(serial, route).stream()
        .filter(blocker ->
            !(serial instanceof SerialState.InProgress)
                || !blocker.stepId().equals(serial.standing()))
        .toList();
  }

  private static boolean owes(SerialState.Issued serial, StepId stepId, Route route) {
    return switch (serial.statusOf(stepId, route)) {
      case COMPLETED, WAIVED -> false;
      case PENDING, IN_PROGRESS, DEFERRED -> true;
      case SKIPPED -> serial.travel().statuses().recorded().containsKey(stepId);
    };
  }

  static List<SerialEvent> decide(
      CompleteDeferredStep command, SerialState.Issued state, Route route) {
    requireNotScrapped(state);
    requireDeferred(command.stepId(), state, route);
    Travel serial = state.travel();
    return List.of(
        new SerialDeferredCompleted(
            serial.serialId(),
            serial.jobId(),
            serial.pathId(),
            command.stepId(),
            route.revision(),
            route.mode()));
  }

  static List<SerialEvent> decide(WaiveStep command, SerialState.Issued state, Route route) {
    requireNotScrapped(state);
    Step step = requireDeferred(command.stepId(), state, route);
    if (step.optional()) {
      throw new SerialRefused(
          Reason.STEP_OPTIONAL, "Step " + step.name() + " is optional: there is nothing to waive");
    }
    Travel serial = state.travel();
    return List.of(
        new SerialStepWaived(
            serial.serialId(),
            serial.jobId(),
            serial.pathId(),
            command.stepId(),
            command.reason(),
            command.approverId(),
            route.revision(),
            route.mode()));
  }

  static List<SerialEvent> decide(OverrideStep command, SerialState.Issued state, Route route) {
    Step step = known(command.stepId(), route);
    Travel serial = state.travel();
    if (state.statusOf(command.stepId(), route) == StepStatus.COMPLETED) {
      throw new SerialRefused(
          Reason.STEP_COMPLETED,
          "Step " + step.name() + " is already completed for serial " + serial.serialId());
    }
    if (serial.overridden().contains(command.stepId())) {
      return List.of();
    }
    return List.of(
        new SerialStepOverridden(
            serial.serialId(),
            serial.jobId(),
            serial.pathId(),
            command.stepId(),
            command.reason(),
            route.revision(),
            route.mode()));
  }

  static List<SerialEvent> decide(ReverseOverride command, SerialState.Issued state, Route route) {
    Step step = known(command.stepId(), route);
    Travel serial = state.travel();
    if (!serial.overridden().contains(command.stepId())) {
      throw new SerialRefused(
          Reason.NO_ACTIVE_OVERRIDE,
          "Serial " + serial.serialId() + " has no active override of step " + step.name());
    }
    StepStatus status = state.statusOf(command.stepId(), route);
    if (status == StepStatus.SKIPPED || status == StepStatus.COMPLETED) {
      throw new SerialRefused(
          Reason.OVERRIDE_USED,
          "Serial " + serial.serialId() + " has already gone past step " + step.name());
    }
    return List.of(
        new SerialOverrideReversed(
            serial.serialId(),
            serial.jobId(),
            serial.pathId(),
            command.stepId(),
            route.revision(),
            route.mode()));
  }

  private static void requireNotScrapped(SerialState.Issued serial) {
    if (serial instanceof SerialState.Scrapped scrapped) {
      throw new SerialRefused(
          Reason.SCRAPPED_FOR_GOOD, "Serial is scrapped: " + scrapped.travel().serialId());
    }
  }

  private static Step requireDeferred(StepId stepId, SerialState.Issued serial, Route route) {
    Step step = known(stepId, route);
    StepStatus status = serial.statusOf(stepId, route);
    if (status != StepStatus.DEFERRED) {
      throw new SerialRefused(
          Reason.STEP_NOT_DEFERRED,
          "Step %s of serial %s is not deferred, it is %s"
              .formatted(step.name(), serial.travel().serialId(), Words.of(status)));
    }
    return step;
  }
}
