package jobtrail.command.serial;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import jobtrail.command.serial.OwedWork.Blocker;
import jobtrail.command.serial.SerialActions.Action;
import jobtrail.command.serial.SerialCommand.UndoMove;
import jobtrail.command.serial.SerialHistory.Told;
import jobtrail.events.EventNames;
import jobtrail.events.path.PathEvent;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathModeChanged;
import jobtrail.events.path.PathEvent.PathStepsChanged;
import jobtrail.events.path.Route;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.SerialEvent;
import jobtrail.events.serial.SerialEvent.SerialAdvanced;
import jobtrail.events.serial.SerialEvent.SerialCompleted;
import jobtrail.events.serial.SerialEvent.SerialCreated;
import jobtrail.events.serial.SerialEvent.SerialForceCompleted;
import jobtrail.events.serial.SerialEvent.SerialHeld;
import jobtrail.events.serial.SerialEvent.SerialMoveUndone;
import jobtrail.events.serial.SerialEvent.SerialOverrideReversed;
import jobtrail.events.serial.SerialEvent.SerialReleased;
import jobtrail.events.serial.SerialEvent.SerialReworked;
import jobtrail.events.serial.SerialEvent.SerialScrapped;
import jobtrail.events.serial.SerialEvent.SerialStepOverridden;
import org.jspecify.annotations.Nullable;

/** Finds the event that a refusal goes back to, in the serial's story or in its path's. */
final class Because {

  private final SerialHistory serial;
  private final Route route;
  private final List<PathTold> path;
  private final Instant now;

  Because(SerialHistory serial, Route route, List<PathTold> path, Instant now) {
    this.serial = serial;
    this.route = route;
    this.path = path;
    this.now = now;
  }

  /** One event of a path, with who caused it, when it was recorded, and where it stands. */
  record PathTold(PathEvent event, String actor, Instant at, long position) {}

  /**
   * The event that stands in the way.
   *
   * @param event its stored name
   * @param at when it was recorded
   */
  record Cause(long position, String event, Instant at, String actor) {

    private static Cause of(Told told) {
      return new Cause(told.position(), name(told.event()), told.at(), told.actor());
    }

    private static Cause of(PathTold told) {
      return new Cause(told.position(), name(told.event()), told.at(), told.actor());
    }

    private static String name(Object event) {
      return EventNames.nameOf(event.getClass()).name();
    }
  }

  /** What an action's refusal goes back to; null when nothing has happened that forbids it. */
  @Nullable Cause of(Action action) {
    SerialRefused refused = action.refused();
    if (refused == null) {
      return null;
    }
    StepId step = action.stepId();
    return switch (refused.reason()) {
      case HELD -> latest(event -> event instanceof SerialHeld);
      case NOT_HELD -> latest(event -> event instanceof SerialReleased);
      case ALREADY_COMPLETED, COMPLETED_FOR_GOOD ->
          latest(
              event -> event instanceof SerialCompleted || event instanceof SerialForceCompleted);
      case ALREADY_SCRAPPED, SCRAPPED_FOR_GOOD -> latest(event -> event instanceof SerialScrapped);
      case NOTHING_TO_UNDO, NOT_YOUR_MOVE, TOO_LATE_TO_UNDO -> latest(event -> true);
      case TARGET_NOT_AHEAD, TARGET_BEYOND_END, TARGET_NOT_BEHIND, NOT_AT_STEP ->
          latest(Because::moves);
      case STEPS_OWED -> owed();
      case STEP_NOT_DEFERRED, STEP_COMPLETED, OVERRIDE_USED -> latest(event -> marks(event, step));
      case NO_ACTIVE_OVERRIDE ->
          latest(event ->
              event instanceof SerialOverrideReversed reversed && reversed.stepId().equals(step));
      case NOTHING_OPEN -> latest(event -> event instanceof SerialStepOverridden);
      case STRICT_ORDER ->
          latestOfPath(event -> event instanceof PathModeChanged || event instanceof PathCreated);
      case STEP_NOT_BYPASSABLE, STEP_OPTIONAL, STEP_RETIRED, STEP_UNKNOWN ->
          latestOfPath(event -> event instanceof PathStepsChanged || event instanceof PathCreated);
      case NOT_CREATED, PATH_NOT_FOUND, EXPLANATION_MISSING -> null;
    };
  }

  /** Who can lift a refusal, in the shop's words; null when nobody can. */
  @Nullable String whoMay(Action action) {
    SerialRefused refused = action.refused();
    if (refused == null) {
      return null;
    }
    return switch (refused.reason()) {
      case HELD -> onItsWay() ? "anybody, by releasing the serial" : null;
      case NOT_HELD -> "anybody, by holding the serial";
      case STEPS_OWED ->
          "whoever does the owed work (complete-deferred) or sends the serial back to it (rework), "
              + "an approver (waive-step), or anybody by override or force-complete";
      case STRICT_ORDER -> "a planner, by another advancement mode of the path";
      case STEP_NOT_BYPASSABLE -> "a planner, by an override or by making the step optional";
      case NOTHING_OPEN -> "nobody needs to: advance the serial";
      case ALREADY_COMPLETED, COMPLETED_FOR_GOOD, ALREADY_SCRAPPED, SCRAPPED_FOR_GOOD ->
          mayBeUndone() ? serial.last().actor() + ", by undo within 10 minutes of the move" : null;
      case NOT_YOUR_MOVE -> mayBeUndone() ? serial.last().actor() : null;
      case TARGET_NOT_AHEAD -> onItsWay() ? "anybody, by rework" : null;
      case TARGET_NOT_BEHIND -> "anybody, by moving the serial ahead";
      case STEP_OPTIONAL, STEP_RETIRED -> "a planner, by changing the path's steps";
      case NO_ACTIVE_OVERRIDE -> "anybody, by an override";
      case STEP_COMPLETED, OVERRIDE_USED -> onItsWay() ? "anybody, by rework" : null;
      case STEP_NOT_DEFERRED,
          NOTHING_TO_UNDO,
          TOO_LATE_TO_UNDO,
          TARGET_BEYOND_END,
          NOT_AT_STEP,
          STEP_UNKNOWN,
          NOT_CREATED,
          PATH_NOT_FOUND,
          EXPLANATION_MISSING ->
          null;
    };
  }

  private boolean onItsWay() {
    return serial.state() instanceof SerialState.InProgress;
  }

  /** Whether who made the last move could take it back now. */
  private boolean mayBeUndone() {
    LastEvent last = serial.last();
    UndoMove undo = new UndoMove(serial.state().travel().serialId(), last.actor(), now);
    try {
      return !HoldAndUndo.undo(undo, serial.state(), route, last).isEmpty();
    } catch (SerialRefused refused) {
      return false;
    }
  }

  /** What left the first owed step undone; where nothing did, that the serial is on its way. */
  private @Nullable Cause owed() {
    List<Blocker> blockers = OwedWork.blockers(serial.state(), route);
    Cause left =
        blockers.isEmpty() ? null : latest(event -> marks(event, blockers.getFirst().stepId()));
    return left == null ? latest(Because::moves) : left;
  }

  private @Nullable Cause latest(Predicate<SerialEvent> kind) {
    Told told = serial.latest(kind);
    return told == null ? null : Cause.of(told);
  }

  private @Nullable Cause latestOfPath(Predicate<PathEvent> kind) {
    return path.reversed().stream()
        .filter(told -> kind.test(told.event()))
        .findFirst()
        .map(Cause::of)
        .orElse(null);
  }

  private static boolean marks(SerialEvent event, @Nullable StepId step) {
    return event.marks().stream().anyMatch(mark -> mark.stepId().equals(step));
  }

  private static boolean moves(SerialEvent event) {
    return event instanceof SerialCreated
        || event instanceof SerialAdvanced
        || event instanceof SerialReworked
        || event instanceof SerialMoveUndone
        || event instanceof SerialCompleted;
  }
}
