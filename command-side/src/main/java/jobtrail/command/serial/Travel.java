package jobtrail.command.serial;

import java.util.HashSet;
import java.util.Set;
import jobtrail.command.serial.SerialState.Attachment;
import jobtrail.events.job.JobId;
import jobtrail.events.path.PathId;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.SerialEvent;
import jobtrail.events.serial.SerialEvent.SerialAdvanced;
import jobtrail.events.serial.SerialEvent.SerialCertificateAttached;
import jobtrail.events.serial.SerialEvent.SerialCreated;
import jobtrail.events.serial.SerialEvent.SerialMoveUndone;
import jobtrail.events.serial.SerialEvent.SerialOverrideReversed;
import jobtrail.events.serial.SerialEvent.SerialReworked;
import jobtrail.events.serial.SerialEvent.SerialStepOverridden;
import jobtrail.events.serial.SerialId;
import jobtrail.events.serial.StepStatuses;

/**
 * What a serial carries along its path, whatever has become of it.
 *
 * @param step where it stands, or stood last
 * @param routeRevision the latest that ruled it; no older one may rule it
 * @param overridden steps that this serial may go without
 * @param certificates what is attached to it, and at which step
 */
record Travel(
    SerialId serialId,
    JobId jobId,
    PathId pathId,
    StepId step,
    int routeRevision,
    StepStatuses statuses,
    Set<StepId> overridden,
    Set<Attachment> certificates) {

  static Travel begun(SerialCreated serial) {
    return new Travel(
        serial.serialId(),
        serial.jobId(),
        serial.pathId(),
        serial.step(),
        serial.routeRevision(),
        Alike.STATUSES.shared(StepStatuses.NONE.after(serial.marks())),
        Set.of(),
        Set.of());
  }

  Travel after(SerialEvent event) {
    return new Travel(
        serialId,
        jobId,
        pathId,
        stepAfter(event),
        Math.max(routeRevision, event.routeRevision()),
        Alike.STATUSES.shared(statuses.after(event.marks())),
        overriddenAfter(event),
        event instanceof SerialCertificateAttached attached
            ? with(certificates, new Attachment(attached.certificateId(), attached.stepId()))
            : certificates);
  }

  private StepId stepAfter(SerialEvent event) {
    return switch (event) {
      case SerialAdvanced moved -> moved.toStep();
      case SerialReworked moved -> moved.toStep();
      case SerialMoveUndone moved -> moved.toStep();
      default -> step;
    };
  }

  private Set<StepId> overriddenAfter(SerialEvent event) {
    return switch (event) {
      case SerialStepOverridden one -> with(overridden, one.stepId());
      case SerialOverrideReversed one -> without(overridden, one.stepId());
      default -> overridden;
    };
  }

  private static <T> Set<T> with(Set<T> some, T one) {
    Set<T> more = new HashSet<>(some);
    more.add(one);
    return Set.copyOf(more);
  }

  private static <T> Set<T> without(Set<T> some, T one) {
    Set<T> fewer = new HashSet<>(some);
    fewer.remove(one);
    return Set.copyOf(fewer);
  }
}
