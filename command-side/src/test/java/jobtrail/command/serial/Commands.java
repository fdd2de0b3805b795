package jobtrail.command.serial;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
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
import jobtrail.command.serial.model.Ask;
import jobtrail.command.serial.model.RouteModel.StepCard;
import jobtrail.events.certificate.CertificateId;
import jobtrail.events.path.DependencyType;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.ScrapReason;
import jobtrail.events.serial.SerialId;
import org.jspecify.annotations.Nullable;

/** What is asked on paper, as commands. */
final class Commands {

  private static final SerialId SN = SerialExamples.SN;

  private Commands() {}

  static OfOne of(Ask ask, String who, Instant now) {
    return switch (ask) {
      case Ask.Advance next -> new AdvanceSerial(SN, id(next.from()));
      case Ask.AdvanceTo to -> new AdvanceSerialTo(SN, id(to.from()), target(to.goal()));
      case Ask.Rework back -> new ReworkSerial(SN, target(back.goal()), "Scratched");
      case Ask.CompleteDeferred(String step) -> new CompleteDeferredStep(SN, new StepId(step));
      case Ask.Waive(String step) -> new WaiveStep(SN, new StepId(step), "Customer", "user_eve");
      case Ask.LetOff(String step) -> new OverrideStep(SN, new StepId(step), "Prototype");
      case Ask.Reverse(String step) -> new ReverseOverride(SN, new StepId(step));
      case Ask.Scrap scrap ->
          new ScrapSerial(
              SN,
              ScrapReason.valueOf(scrap.reason().toUpperCase(Locale.ROOT)),
              scrap.explanation());
      case Ask.ForceComplete done -> new ForceCompleteSerial(SN, null);
      case Ask.Hold hold -> new HoldSerial(SN, "Check it");
      case Ask.Release release -> new ReleaseSerial(SN, "Checked");
      case Ask.Undo undo -> new UndoMove(SN, who, now);
      case Ask.Attach(String certificate) ->
          new AttachCertificate(SN, new CertificateId(certificate));
    };
  }

  static Step step(StepCard card) {
    return new Step(
        new StepId(card.id()),
        card.id(),
        null,
        card.optional(),
        DependencyType.valueOf(card.dependency().toUpperCase(Locale.ROOT)));
  }

  private static Target target(Ask.Goal goal) {
    return goal.step() != null
        ? new Target.ById(new StepId(goal.step()))
        : new Target.ByIndex(Objects.requireNonNull(goal.index()));
  }

  private static @Nullable StepId id(@Nullable String step) {
    return step == null ? null : new StepId(step);
  }
}
