package jobtrail.command.serial;

import java.util.List;
import java.util.stream.IntStream;
import jobtrail.command.serial.OwedWork.Blocker;
import jobtrail.command.serial.SerialCommand.AdvanceSerial;
import jobtrail.command.serial.SerialCommand.AdvanceSerialTo;
import jobtrail.command.serial.SerialCommand.AttachCertificate;
import jobtrail.command.serial.SerialCommand.CompleteDeferredStep;
import jobtrail.command.serial.SerialCommand.CreateSerials;
import jobtrail.command.serial.SerialCommand.ForceCompleteSerial;
import jobtrail.command.serial.SerialCommand.HoldSerial;
import jobtrail.command.serial.SerialCommand.OfOne;
import jobtrail.command.serial.SerialCommand.OverrideStep;
import jobtrail.command.serial.SerialCommand.ReleaseSerial;
import jobtrail.command.serial.SerialCommand.ReverseOverride;
import jobtrail.command.serial.SerialCommand.ReworkSerial;
import jobtrail.command.serial.SerialCommand.ScrapSerial;
import jobtrail.command.serial.SerialCommand.UndoMove;
import jobtrail.command.serial.SerialCommand.WaiveStep;
import jobtrail.command.serial.SerialRefused.Reason;
import jobtrail.command.serial.SerialState.Attachment;
import jobtrail.events.certificate.CertificateId;
import jobtrail.events.path.PathEvent.PathSerialsIssued;
import jobtrail.events.path.Route;
import jobtrail.events.path.Route.Stop;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.ScrapReason;
import jobtrail.events.serial.SerialEvent;
import jobtrail.events.serial.SerialEvent.SerialCertificateAttached;
import jobtrail.events.serial.SerialEvent.SerialCreated;
import jobtrail.events.serial.SerialEvent.SerialForceCompleted;
import jobtrail.events.serial.SerialEvent.SerialScrapped;
import jobtrail.events.serial.SerialId;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a serial's life. Where it may go is ruled in {@link Moves}, what it owes in {@link
 * OwedWork}, what stops it and how a move is taken back in {@link HoldAndUndo}.
 */
final class SerialDecider {

  private SerialDecider() {}

  /**
   * What a path and its new serials have to say of one another; all is stored together.
   *
   * @param attached what each serial's certificate is, in the order of the serials; empty without
   */
  record Issue(
      PathSerialsIssued onPath,
      List<SerialCreated> serials,
      List<SerialCertificateAttached> attached) {}

  /**
   * Issues serials to a path; each stands on the route's first step, its certificate too.
   *
   * @param first number of the first one; the others follow it
   */
  static Issue decide(CreateSerials command, Route route, long first) {
    StepId start = route.firstStep().stepId();
    List<SerialCreated> serials =
        IntStream.range(0, command.quantity())
            .mapToObj(n ->
                new SerialCreated(
                    SerialId.of(first + n), route.jobId(), route.pathId(), start, route.revision()))
            .toList();
    PathSerialsIssued issued =
        new PathSerialsIssued(
            route.pathId(), route.jobId(), SerialId.of(first), command.quantity());
    CertificateId certificate = command.certificateId();
    List<SerialCertificateAttached> attached =
        certificate == null
            ? List.of()
            : serials.stream().map(serial -> attached(certificate, serial, route)).toList();
    return new Issue(issued, serials, attached);
  }

  private static SerialCertificateAttached attached(
      CertificateId certificate, SerialCreated serial, Route route) {
    return new SerialCertificateAttached(
        serial.serialId(),
        serial.jobId(),
        serial.pathId(),
        certificate,
        serial.step(),
        route.revision(),
        route.mode());
  }

  /**
   * What happens when a serial is asked something; nothing when it is so already.
   *
   * @param last the serial's last event
   * @throws SerialRefused when the rules say no
   */
  static List<SerialEvent> decide(
      OfOne command, SerialState.Issued serial, Route route, LastEvent last) {
    return switch (command) {
      case AdvanceSerial move -> advance(move, serial, route);
      case AdvanceSerialTo move -> advanceTo(move, serial, route);
      case CompleteDeferredStep step -> OwedWork.decide(step, serial, route);
      case WaiveStep step -> OwedWork.decide(step, serial, route);
      case OverrideStep step -> OwedWork.decide(step, serial, route);
      case ReverseOverride step -> OwedWork.decide(step, serial, route);
      case ScrapSerial scrap -> scrap(scrap, onItsWay(serial), route);
      case ForceCompleteSerial done ->
          forceComplete(done, HoldAndUndo.notHeld(onItsWay(serial)), route);
      case ReworkSerial rework -> rework(rework, HoldAndUndo.notHeld(stillOnItsWay(serial)), route);
      case HoldSerial hold ->
          HoldAndUndo.hold(hold, HoldAndUndo.notHeld(stillOnItsWay(serial)), route);
      case ReleaseSerial release -> HoldAndUndo.release(release, stillOnItsWay(serial), route);
      case UndoMove undo -> HoldAndUndo.undo(undo, serial, route, last);
      case AttachCertificate attach -> attach(attach, serial, route);
    };
  }

  private static List<SerialEvent> advance(
      AdvanceSerial command, SerialState.Issued serial, Route route) {
    return Moves.toNext(movable(serial, command.fromStep(), route), route);
  }

  private static List<SerialEvent> advanceTo(
      AdvanceSerialTo command, SerialState.Issued serial, Route route) {
    return Moves.ahead(movable(serial, command.fromStep(), route), command.target(), route);
  }

  private static List<SerialEvent> rework(
      ReworkSerial command, SerialState.InProgress serial, Route route) {
    return Moves.back(serial, command.target(), command.reason(), route);
  }

  private static List<SerialEvent> scrap(
      ScrapSerial command, SerialState.InProgress serial, Route route) {
    String explanation = command.explanation();
    if (command.reason() == ScrapReason.OTHER && (explanation == null || explanation.isBlank())) {
      throw new SerialRefused(
          Reason.EXPLANATION_MISSING,
          "explanation is required when the reason is other",
          "explanation");
    }
    Travel travel = serial.travel();
    return List.of(
        new SerialScrapped(
            travel.serialId(),
            travel.jobId(),
            travel.pathId(),
            travel.step(),
            command.reason(),
            explanation,
            route.revision(),
            route.mode()));
  }

  private static List<SerialEvent> forceComplete(
      ForceCompleteSerial command, SerialState.InProgress serial, Route route) {
    Travel travel = serial.travel();
    if (OwedWork.blockers(serial, route).isEmpty()) {
      throw new SerialRefused(
          Reason.NOTHING_OPEN,
          "No other step is open for serial " + travel.serialId() + ": advance it instead");
    }
    return List.of(
        new SerialForceCompleted(
            travel.serialId(),
            travel.jobId(),
            travel.pathId(),
            travel.step(),
            OwedWork.open(serial, route).stream().map(Blocker::stepId).toList(),
            command.reason(),
            route.revision(),
            route.mode()));
  }

  private static List<SerialEvent> attach(
      AttachCertificate command, SerialState.Issued serial, Route route) {
    if (serial instanceof SerialState.Completed) {
      throw completed(Reason.ALREADY_COMPLETED, serial);
    }
    Travel travel = serial.travel();
    if (travel.certificates().contains(new Attachment(command.certificateId(), travel.step()))) {
      return List.of();
    }
    return List.of(
        new SerialCertificateAttached(
            travel.serialId(),
            travel.jobId(),
            travel.pathId(),
            command.certificateId(),
            travel.step(),
            route.revision(),
            route.mode()));
  }

  /** A serial that stands where the caller thinks, and may leave. */
  private static SerialState.InProgress movable(
      SerialState.Issued serial, @Nullable StepId fromStep, Route route) {
    if (fromStep != null && !standsOn(serial, fromStep)) {
      Step step = known(fromStep, route);
      throw new SerialRefused(
          Reason.NOT_AT_STEP,
          "Serial %s is not at step %s".formatted(serial.travel().serialId(), step.name()));
    }
    return HoldAndUndo.notHeld(onItsWay(serial));
  }

  private static boolean standsOn(SerialState.Issued serial, StepId step) {
    return !(serial instanceof SerialState.Completed) && step.equals(serial.travel().step());
  }

  /** The Shop Planr API documents 400 for what it knows; 409 is for what is our own. */
  private static SerialState.InProgress onItsWay(SerialState.Issued serial) {
    return onItsWay(serial, Reason.ALREADY_COMPLETED, Reason.ALREADY_SCRAPPED);
  }

  private static SerialState.InProgress stillOnItsWay(SerialState.Issued serial) {
    return onItsWay(serial, Reason.COMPLETED_FOR_GOOD, Reason.SCRAPPED_FOR_GOOD);
  }

  private static SerialState.InProgress onItsWay(
      SerialState.Issued serial, Reason completed, Reason scrapped) {
    return switch (serial) {
      case SerialState.InProgress inProgress -> inProgress;
      case SerialState.Completed done -> throw completed(completed, done);
      case SerialState.Scrapped gone ->
          throw new SerialRefused(scrapped, "Serial is scrapped: " + gone.travel().serialId());
    };
  }

  private static SerialRefused completed(Reason reason, SerialState.Issued serial) {
    return new SerialRefused(reason, "Serial is already completed: " + serial.travel().serialId());
  }

  /** A step of the route, retired or not. */
  static Step known(StepId stepId, Route route) {
    return route
        .stop(stepId)
        .map(Stop::step)
        .orElseThrow(
            () -> new SerialRefused(Reason.STEP_UNKNOWN, "ProcessStep not found: " + stepId));
  }
}
