package jobtrail.command.serial;

import java.time.Instant;
import java.util.List;
import jobtrail.command.platform.Addressed;
import jobtrail.command.platform.Storing;
import jobtrail.events.certificate.CertificateId;
import jobtrail.events.path.PathId;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.ScrapReason;
import jobtrail.events.serial.SerialId;
import org.jspecify.annotations.Nullable;

/** What can be asked of serials. */
sealed interface SerialCommand extends Addressed {

  /**
   * Issue {@code quantity} new serials to a path, with consecutive numbers.
   *
   * @param certificateId attached to each of them on its first step; null for none
   */
  record CreateSerials(PathId pathId, int quantity, @Nullable CertificateId certificateId)
      implements SerialCommand {

    /** Without a certificate. */
    CreateSerials(PathId pathId, int quantity) {
      this(pathId, quantity, null);
    }

    @Override
    public String streamId() {
      return pathId.value();
    }
  }

  /**
   * Ask something of each of many serials, every serial once.
   *
   * @param commands at least one, in the order they are answered
   * @param storing what is stored of it
   */
  record OrderToMany(List<? extends OfOne> commands, Storing storing) implements SerialCommand {

    public OrderToMany {
      commands = List.copyOf(commands);
    }

    @Override
    public String streamId() {
      return commands.getFirst().streamId();
    }
  }

  /** What can be asked of one serial that is there. */
  sealed interface OfOne extends SerialCommand {

    SerialId serialId();

    @Override
    default String streamId() {
      return serialId().value();
    }
  }

  /**
   * Move a serial to its next step; from the last one it is completed.
   *
   * @param fromStep where the caller thinks it stands; null when they did not say
   */
  record AdvanceSerial(SerialId serialId, @Nullable StepId fromStep) implements OfOne {}

  /**
   * Move a serial to a later step, or off the end of its path.
   *
   * @param fromStep where the caller thinks it stands; null when they did not say
   */
  record AdvanceSerialTo(SerialId serialId, @Nullable StepId fromStep, Target target)
      implements OfOne {}

  /** Note that deferred work of a serial was done. */
  record CompleteDeferredStep(SerialId serialId, StepId stepId) implements OfOne {}

  /** Go without deferred work, on somebody's responsibility. */
  record WaiveStep(SerialId serialId, StepId stepId, String reason, String approverId)
      implements OfOne {}

  /** Let one serial go without a step. */
  record OverrideStep(SerialId serialId, StepId stepId, String reason) implements OfOne {}

  /** Ask a serial for a step again that it could have gone without. */
  record ReverseOverride(SerialId serialId, StepId stepId) implements OfOne {}

  /** Throw a unit away. */
  record ScrapSerial(SerialId serialId, ScrapReason reason, @Nullable String explanation)
      implements OfOne {}

  /** Declare a unit done although required work is open. */
  record ForceCompleteSerial(SerialId serialId, @Nullable String reason) implements OfOne {}

  /** Send a serial back to an earlier step. */
  record ReworkSerial(SerialId serialId, Target target, String reason) implements OfOne {}

  /** Stop a serial where it stands. */
  record HoldSerial(SerialId serialId, String reason) implements OfOne {}

  /** Let a held serial move again. */
  record ReleaseSerial(SerialId serialId, String reason) implements OfOne {}

  /**
   * Take back a serial's last move.
   *
   * @param actor who asks
   * @param at when they ask
   */
  record UndoMove(SerialId serialId, String actor, Instant at) implements OfOne {}

  /** Attach a certificate to a serial at the step where it stands. */
  record AttachCertificate(SerialId serialId, CertificateId certificateId) implements OfOne {}

  /** Where a serial is to go. */
  sealed interface Target {

    /** By the place among the steps in use, from 0; their number means the path's end. */
    record ByIndex(int index) implements Target {}

    /** By the step's id. */
    record ById(StepId stepId) implements Target {}
  }
}
