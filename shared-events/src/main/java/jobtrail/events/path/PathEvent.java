package jobtrail.events.path;

import java.util.List;
import java.util.Objects;
import jobtrail.events.DomainEvent;
import jobtrail.events.StoredAs;
import jobtrail.events.StreamType;
import jobtrail.events.job.JobId;
import jobtrail.events.serial.SerialId;
import jobtrail.events.user.UserId;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a path, in the order it usually happens. */
@StreamType("path")
public sealed interface PathEvent extends DomainEvent {

  PathId pathId();

  @Override
  JobId jobId();

  @Override
  default String streamId() {
    return pathId().value();
  }

  /**
   * A route of work was laid out for a job.
   *
   * @param goalQuantity units that should come off this path, at least 1
   * @param steps at least one, in order
   */
  @StoredAs("path.created")
  record PathCreated(
      PathId pathId,
      JobId jobId,
      String name,
      int goalQuantity,
      AdvancementMode advancementMode,
      List<Step> steps)
      implements PathEvent {

    public PathCreated {
      Objects.requireNonNull(pathId, "pathId");
      Objects.requireNonNull(jobId, "jobId");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(advancementMode, "advancementMode");
      steps = List.copyOf(steps);
      if (goalQuantity < 1) {
        throw new IllegalArgumentException("goalQuantity is missing");
      }
    }
  }

  /**
   * Serials {@code first} to {@code first + count - 1} were issued to travel this path; they are
   * created in the same append. Stands in the path's own stream so that deleting the path at the
   * same moment collides with it.
   */
  @StoredAs("path.serials-issued")
  record PathSerialsIssued(PathId pathId, JobId jobId, SerialId first, int count)
      implements PathEvent {

    public PathSerialsIssued {
      Objects.requireNonNull(pathId, "pathId");
      Objects.requireNonNull(jobId, "jobId");
      Objects.requireNonNull(first, "first");
      if (count < 1) {
        throw new IllegalArgumentException("count is missing");
      }
    }
  }

  @StoredAs("path.renamed")
  record PathRenamed(PathId pathId, JobId jobId, String name) implements PathEvent {

    public PathRenamed {
      Objects.requireNonNull(pathId, "pathId");
      Objects.requireNonNull(jobId, "jobId");
      Objects.requireNonNull(name, "name");
    }
  }

  /** Another number of units should come off this path, at least 1. */
  @StoredAs("path.goal-changed")
  record PathGoalChanged(PathId pathId, JobId jobId, int goalQuantity) implements PathEvent {

    public PathGoalChanged {
      Objects.requireNonNull(pathId, "pathId");
      Objects.requireNonNull(jobId, "jobId");
      if (goalQuantity < 1) {
        throw new IllegalArgumentException("goalQuantity is missing");
      }
    }
  }

  /** Future moves follow another mode; past moves stand as they were. */
  @StoredAs("path.mode-changed")
  record PathModeChanged(PathId pathId, JobId jobId, AdvancementMode advancementMode)
      implements PathEvent {

    public PathModeChanged {
      Objects.requireNonNull(pathId, "pathId");
      Objects.requireNonNull(jobId, "jobId");
      Objects.requireNonNull(advancementMode, "advancementMode");
    }
  }

  /**
   * The path has other steps, or another order; steps that are no longer named are retired, not
   * forgotten.
   */
  @StoredAs("path.steps-changed")
  record PathStepsChanged(PathId pathId, JobId jobId, List<Step> steps) implements PathEvent {

    public PathStepsChanged {
      Objects.requireNonNull(pathId, "pathId");
      Objects.requireNonNull(jobId, "jobId");
      steps = List.copyOf(steps);
    }
  }

  /**
   * Somebody is to see to a step, or nobody any more. A note for the shop: it never limits who
   * moves a serial.
   *
   * @param userId null when nobody is
   */
  @StoredAs("path.step-assigned")
  record PathStepAssigned(PathId pathId, JobId jobId, StepId stepId, @Nullable UserId userId)
      implements PathEvent {

    public PathStepAssigned {
      Objects.requireNonNull(pathId, "pathId");
      Objects.requireNonNull(jobId, "jobId");
      Objects.requireNonNull(stepId, "stepId");
    }
  }

  /** The path was given up before any serial travelled it. */
  @StoredAs("path.deleted")
  record PathDeleted(PathId pathId, JobId jobId) implements PathEvent {

    public PathDeleted {
      Objects.requireNonNull(pathId, "pathId");
      Objects.requireNonNull(jobId, "jobId");
    }
  }
}
