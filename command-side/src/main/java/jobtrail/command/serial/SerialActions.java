package jobtrail.command.serial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import jobtrail.command.serial.SerialCommand.UndoMove;
import jobtrail.command.serial.SerialCommand.WaiveStep;
import jobtrail.events.certificate.CertificateId;
import jobtrail.events.path.Route;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.ScrapReason;
import jobtrail.events.serial.SerialId;
import org.jspecify.annotations.Nullable;

/**
 * What can be done to a serial now, and what cannot: every command is ruled on by the rules
 * themselves, and nothing is stored. What a person has to fill in, such as a reason, is taken as
 * given.
 */
final class SerialActions {

  private static final String GIVEN = "given";

  private SerialActions() {}

  /**
   * One thing that could be done.
   *
   * @param action the last part of its address
   * @param stepId the step it would be about; null when it is about none, or the path's end
   * @param refused why not; null when it would be done
   */
  record Action(
      String action, @Nullable StepId stepId, OfOne command, @Nullable SerialRefused refused) {

    boolean allowed() {
      return refused == null;
    }
  }

  /**
   * Every action on a serial.
   *
   * @param actor who asks
   * @param now when they ask
   */
  static List<Action> of(
      SerialState.Issued serial, Route route, LastEvent last, String actor, Instant now) {
    SerialId id = serial.travel().serialId();
    List<Action> actions = new ArrayList<>();
    Dry dry = new Dry(serial, route, last, actions);
    dry.run("advance", null, new AdvanceSerial(id, null));
    for (Step step : route.activeSteps()) {
      StepId stepId = step.stepId();
      dry.run("advance-to", stepId, new AdvanceSerialTo(id, null, new Target.ById(stepId)));
    }
    int end = route.activeSteps().size();
    dry.run("advance-to", null, new AdvanceSerialTo(id, null, new Target.ByIndex(end)));
    for (Step step : route.activeSteps()) {
      StepId stepId = step.stepId();
      dry.run("rework", stepId, new ReworkSerial(id, new Target.ById(stepId), GIVEN));
      dry.run("complete-deferred", stepId, new CompleteDeferredStep(id, stepId));
      dry.run("waive-step", stepId, new WaiveStep(id, stepId, GIVEN, actor));
      dry.run("override", stepId, new OverrideStep(id, stepId, GIVEN));
      dry.run("reverse-override", stepId, new ReverseOverride(id, stepId));
    }
    dry.run("hold", null, new HoldSerial(id, GIVEN));
    dry.run("release", null, new ReleaseSerial(id, GIVEN));
    dry.run("undo", null, new UndoMove(id, actor, now));
    dry.run("scrap", null, new ScrapSerial(id, ScrapReason.OTHER, GIVEN));
    dry.run("force-complete", null, new ForceCompleteSerial(id, null));
    dry.run(
        "attach-cert",
        null,
        new AttachCertificate(id, new CertificateId(CertificateId.PREFIX + GIVEN)));
    return List.copyOf(actions);
  }

  private record Dry(SerialState.Issued serial, Route route, LastEvent last, List<Action> actions) {

    void run(String action, @Nullable StepId stepId, OfOne command) {
      SerialRefused refusal = null;
      try {
        SerialDecider.decide(command, serial, route, last);
      } catch (SerialRefused refused) {
        refusal = refused;
      }
      actions.add(new Action(action, stepId, command, refusal));
    }
  }
}
