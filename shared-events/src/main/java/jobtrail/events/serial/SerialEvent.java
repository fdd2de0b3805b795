package jobtrail.events.serial;

import java.util.Objects;
import jobtrail.events.DomainEvent;
import jobtrail.events.StoredAs;
import jobtrail.events.StreamType;
import jobtrail.events.job.JobId;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.PathId;
import jobtrail.events.path.StepId;

/** Everything that can happen to a serial, in the order it usually happens. */
@StreamType("serial")
public sealed interface SerialEvent extends DomainEvent {

  SerialId serialId();

  @Override
  JobId jobId();

  PathId pathId();

  @Override
  default String streamId() {
    return serialId().value();
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
  }

  /**
   * Left one step for the next.
   *
   * @param routeRevision revision of the path's route that ruled the move
   * @param mode mode that ruled the move
   */
  @StoredAs("serial.advanced")
  record SerialAdvanced(
      SerialId serialId,
      JobId jobId,
      PathId pathId,
      StepId fromStep,
      StepId toStep,
      int routeRevision,
      AdvancementMode mode)
      implements SerialEvent {

    public SerialAdvanced {
      Objects.requireNonNull(serialId, "serialId");
      Objects.requireNonNull(jobId, "jobId");
      Objects.requireNonNull(pathId, "pathId");
      Objects.requireNonNull(fromStep, "fromStep");
      Objects.requireNonNull(toStep, "toStep");
      requireRevision(routeRevision);
      Objects.requireNonNull(mode, "mode");
    }
  }

  /** Left the last step: the unit is done. */
  @StoredAs("serial.completed")
  record SerialCompleted(
      SerialId serialId,
      JobId jobId,
      PathId pathId,
      StepId fromStep,
      int routeRevision,
      AdvancementMode mode)
      implements SerialEvent {

    public SerialCompleted {
      Objects.requireNonNull(serialId, "serialId");
      Objects.requireNonNull(jobId, "jobId");
      Objects.requireNonNull(pathId, "pathId");
      Objects.requireNonNull(fromStep, "fromStep");
      requireRevision(routeRevision);
      Objects.requireNonNull(mode, "mode");
    }
  }

  private static void requireRevision(int routeRevision) {
    if (routeRevision < 1) {
      throw new IllegalArgumentException("routeRevision is missing");
    }
  }
}
