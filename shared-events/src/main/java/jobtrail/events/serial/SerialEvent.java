package jobtrail.events.serial;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import jobtrail.events.DomainEvent;
import jobtrail.events.StoredAs;
import jobtrail.events.StreamType;
import jobtrail.events.certificate.CertificateId;
import jobtrail.events.job.JobId;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.PathId;
import jobtrail.events.path.StepId;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a serial, in the order it usually happens. */
@StreamType("serial")
public sealed interface SerialEvent extends DomainEvent {

  SerialId serialId();

  @Override
  JobId jobId();

  PathId pathId();

  /** Revision of the path's route that ruled it. */
  int routeRevision();

  @Override
  default String streamId() {
    return serialId().value();
  }

  /** The steps whose status it changes, with what they are from now on. */
  default List<StepMark> marks() {
    return List.of();
  }

  /** A unit got its number and stands on the first step of its path. */
  @StoredAs("serial.created")
  record SerialCreated(
      SerialId serialId, JobId jobId, PathId pathId, StepId step, int routeRevision)
      implements SerialEvent {

    public SerialCreated {
      Objects.requireNonNull(serialId, "serialId");
      Objects.requireNonNull(jobId, "jobId");
      Objects.requireNonNull(pathId, "pathId");
      Objects.requireNonNull(step, "step");
      requireRevision(routeRevision);
    }

    @Override
    public List<StepMark> marks() {
      return List.of(new StepMark(step, StepStatus.IN_PROGRESS));
    }
  }

  /**
   * Left one step for a later one.
   *
   * @param toStepWas status of the step it came to, as an earlier event of the serial had left it;
   *     null when the serial had never come to it
   * @param bypassed steps between the two that were gone past and were not done already, in order
   * @param routeRevision revision of the path's route that ruled the move
   * @param mode mode that ruled the move
   */
  @StoredAs(value = "serial.advanced", revision = 2)
  record SerialAdvanced(
      SerialId serialId,
      JobId jobId,
      PathId pathId,
      StepId fromStep,
      StepId toStep,
      @Nullable StepStatus toStepWas,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<BypassedStep> bypassed,
      int routeRevision,
      AdvancementMode mode)
      implements SerialEvent {

    public SerialAdvanced {
      require(serialId, jobId, pathId, routeRevision, mode);
      Objects.requireNonNull(fromStep, "fromStep");
      Objects.requireNonNull(toStep, "toStep");
      bypassed = bypassed == null ? List.of() : List.copyOf(bypassed);
    }

    /** A move to a step that the serial had never come to. */
    public SerialAdvanced(
        SerialId serialId,
        JobId jobId,
        PathId pathId,
        StepId fromStep,
        StepId toStep,
        List<BypassedStep> bypassed,
        int routeRevision,
        AdvancementMode mode) {
      this(serialId, jobId, pathId, fromStep, toStep, null, bypassed, routeRevision, mode);
    }

    /** A move to the very next step, to which the serial had never come. */
    public SerialAdvanced(
        SerialId serialId,
        JobId jobId,
        PathId pathId,
        StepId fromStep,
        StepId toStep,
        int routeRevision,
        AdvancementMode mode) {
      this(serialId, jobId, pathId, fromStep, toStep, List.of(), routeRevision, mode);
    }

    @Override
    public List<StepMark> marks() {
      return StepMark.ofMove(fromStep, bypassed, toStep);
    }
  }

  /**
   * Left its path at the end: the unit is done.
   *
   * @param bypassed steps after the one it left that were gone past and were not done already, in
   *     order
   */
  @StoredAs(value = "serial.completed", revision = 2)
  record SerialCompleted(
      SerialId serialId,
      JobId jobId,
      PathId pathId,
      StepId fromStep,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<BypassedStep> bypassed,
      int routeRevision,
      AdvancementMode mode)
      implements SerialEvent {

    public SerialCompleted {
      require(serialId, jobId, pathId, routeRevision, mode);
      Objects.requireNonNull(fromStep, "fromStep");
      bypassed = bypassed == null ? List.of() : List.copyOf(bypassed);
    }

    /** Done from the very last step. */
    public SerialCompleted(
        SerialId serialId,
        JobId jobId,
        PathId pathId,
        StepId fromStep,
        int routeRevision,
        AdvancementMode mode) {
      this(serialId, jobId, pathId, fromStep, List.of(), routeRevision, mode);
    }

    @Override
    public List<StepMark> marks() {
      return StepMark.ofMove(fromStep, bypassed, null);
    }
  }

  /** Work that was deferred has been done. */
  @StoredAs("serial.deferred-completed")
  record SerialDeferredCompleted(
      SerialId serialId,
      JobId jobId,
      PathId pathId,
      StepId stepId,
      int routeRevision,
      AdvancementMode mode)
      implements SerialEvent {

    public SerialDeferredCompleted {
      require(serialId, jobId, pathId, routeRevision, mode);
      Objects.requireNonNull(stepId, "stepId");
    }

    @Override
    public List<StepMark> marks() {
      return List.of(new StepMark(stepId, StepStatus.COMPLETED));
    }
  }

  /**
   * Deferred work will not be done, on somebody's responsibility.
   *
   * @param approverId user id of who takes the responsibility
   */
  @StoredAs("serial.step-waived")
  record SerialStepWaived(
      SerialId serialId,
      JobId jobId,
      PathId pathId,
      StepId stepId,
      String reason,
      String approverId,
      int routeRevision,
      AdvancementMode mode)
      implements SerialEvent {

    public SerialStepWaived {
      require(serialId, jobId, pathId, routeRevision, mode);
      Objects.requireNonNull(stepId, "stepId");
      Objects.requireNonNull(reason, "reason");
      Objects.requireNonNull(approverId, "approverId");
    }

    @Override
    public List<StepMark> marks() {
      return List.of(new StepMark(stepId, StepStatus.WAIVED));
    }
  }

  /** This one serial may go without a step. */
  @StoredAs("serial.step-overridden")
  record SerialStepOverridden(
      SerialId serialId,
      JobId jobId,
      PathId pathId,
      StepId stepId,
      String reason,
      int routeRevision,
      AdvancementMode mode)
      implements SerialEvent {

    public SerialStepOverridden {
      require(serialId, jobId, pathId, routeRevision, mode);
      Objects.requireNonNull(stepId, "stepId");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** This one serial needs a step after all. */
  @StoredAs("serial.override-reversed")
  record SerialOverrideReversed(
      SerialId serialId,
      JobId jobId,
      PathId pathId,
      StepId stepId,
      int routeRevision,
      AdvancementMode mode)
      implements SerialEvent {

    public SerialOverrideReversed {
      require(serialId, jobId, pathId, routeRevision, mode);
      Objects.requireNonNull(stepId, "stepId");
    }
  }

  /**
   * Thrown away.
   *
   * @param fromStep where it stood
   * @param explanation null unless somebody gave one; there is one for {@link ScrapReason#OTHER}
   */
  @StoredAs("serial.scrapped")
  record SerialScrapped(
      SerialId serialId,
      JobId jobId,
      PathId pathId,
      StepId fromStep,
      ScrapReason reason,
      @Nullable String explanation,
      int routeRevision,
      AdvancementMode mode)
      implements SerialEvent {

    public SerialScrapped {
      require(serialId, jobId, pathId, routeRevision, mode);
      Objects.requireNonNull(fromStep, "fromStep");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * Declared done although required work is open; the steps' statuses stay as they were.
   *
   * @param fromStep where it stood
   * @param incomplete required steps that were neither completed nor waived, in order, the one it
   *     stood on included
   */
  @StoredAs("serial.force-completed")
  record SerialForceCompleted(
      SerialId serialId,
      JobId jobId,
      PathId pathId,
      StepId fromStep,
      List<StepId> incomplete,
      @Nullable String reason,
      int routeRevision,
      AdvancementMode mode)
      implements SerialEvent {

    public SerialForceCompleted {
      require(serialId, jobId, pathId, routeRevision, mode);
      Objects.requireNonNull(fromStep, "fromStep");
      incomplete = List.copyOf(incomplete);
    }
  }

  /**
   * Sent back to an earlier step, to be done again from there.
   *
   * @param changes every step whose status changed by it, both ends included, in the route's order
   */
  @StoredAs("serial.reworked")
  record SerialReworked(
      SerialId serialId,
      JobId jobId,
      PathId pathId,
      StepId fromStep,
      StepId toStep,
      String reason,
      List<StatusChange> changes,
      int routeRevision,
      AdvancementMode mode)
      implements SerialEvent {

    public SerialReworked {
      require(serialId, jobId, pathId, routeRevision, mode);
      Objects.requireNonNull(fromStep, "fromStep");
      Objects.requireNonNull(toStep, "toStep");
      Objects.requireNonNull(reason, "reason");
      changes = List.copyOf(changes);
    }

    @Override
    public List<StepMark> marks() {
      return changes.stream().map(StepMark::of).toList();
    }
  }

  /** Stopped where it stands, until it is released. */
  @StoredAs("serial.held")
  record SerialHeld(
      SerialId serialId,
      JobId jobId,
      PathId pathId,
      String reason,
      int routeRevision,
      AdvancementMode mode)
      implements SerialEvent {

    public SerialHeld {
      require(serialId, jobId, pathId, routeRevision, mode);
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** May move again. */
  @StoredAs("serial.released")
  record SerialReleased(
      SerialId serialId,
      JobId jobId,
      PathId pathId,
      String reason,
      int routeRevision,
      AdvancementMode mode)
      implements SerialEvent {

    public SerialReleased {
      require(serialId, jobId, pathId, routeRevision, mode);
      Objects.requireNonNull(reason, "reason");
    }
  }

  /**
   * Its last move was taken back.
   *
   * @param fromStep where the move had brought it; null when that was off the path's end
   * @param toStep where it stands again
   * @param changes every step whose status changed by it
   */
  @StoredAs("serial.move-undone")
  record SerialMoveUndone(
      SerialId serialId,
      JobId jobId,
      PathId pathId,
      MoveKind undone,
      @Nullable StepId fromStep,
      StepId toStep,
      List<StatusChange> changes,
      int routeRevision,
      AdvancementMode mode)
      implements SerialEvent {

    public SerialMoveUndone {
      require(serialId, jobId, pathId, routeRevision, mode);
      Objects.requireNonNull(undone, "undone");
      Objects.requireNonNull(toStep, "toStep");
      changes = List.copyOf(changes);
    }

    @Override
    public List<StepMark> marks() {
      return changes.stream().map(StepMark::of).toList();
    }
  }

  /**
   * A certificate vouches for the unit's material or for a process it went through.
   *
   * @param stepId step at which it was attached
   */
  @StoredAs("serial.certificate-attached")
  record SerialCertificateAttached(
      SerialId serialId,
      JobId jobId,
      PathId pathId,
      CertificateId certificateId,
      StepId stepId,
      int routeRevision,
      AdvancementMode mode)
      implements SerialEvent {

    public SerialCertificateAttached {
      require(serialId, jobId, pathId, routeRevision, mode);
      Objects.requireNonNull(certificateId, "certificateId");
      Objects.requireNonNull(stepId, "stepId");
    }
  }

  private static void require(
      SerialId serialId, JobId jobId, PathId pathId, int routeRevision, AdvancementMode mode) {
    Objects.requireNonNull(serialId, "serialId");
    Objects.requireNonNull(jobId, "jobId");
    Objects.requireNonNull(pathId, "pathId");
    requireRevision(routeRevision);
    Objects.requireNonNull(mode, "mode");
  }

  private static void requireRevision(int routeRevision) {
    if (routeRevision < 1) {
      throw new IllegalArgumentException("routeRevision is missing");
    }
  }
}
