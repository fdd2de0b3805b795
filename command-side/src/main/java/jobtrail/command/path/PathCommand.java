package jobtrail.command.path;

import java.util.List;
import java.util.Set;
import jobtrail.command.platform.Addressed;
import jobtrail.events.job.JobId;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.DependencyType;
import jobtrail.events.path.PathId;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;
import jobtrail.events.user.UserId;
import org.jspecify.annotations.Nullable;

/** What can be asked of a path. */
sealed interface PathCommand extends Addressed {

  PathId pathId();

  @Override
  default String streamId() {
    return pathId().value();
  }

  /** Lay out a route of work for a job. */
  record CreatePath(
      PathId pathId,
      JobId jobId,
      String name,
      int goalQuantity,
      AdvancementMode advancementMode,
      List<Step> steps)
      implements PathCommand {}

  /**
   * Change what is given; null leaves it as it is.
   *
   * @param occupied steps that serials stand on; such a step cannot be taken away
   */
  record UpdatePath(
      PathId pathId,
      @Nullable String name,
      @Nullable Integer goalQuantity,
      @Nullable AdvancementMode advancementMode,
      @Nullable List<StepDraft> steps,
      Set<StepId> occupied)
      implements PathCommand {

    /** The same command, told on which steps serials stand. */
    UpdatePath knowing(Set<StepId> occupiedNow) {
      return new UpdatePath(pathId, name, goalQuantity, advancementMode, steps, occupiedNow);
    }
  }

  /**
   * Say who is to see to a step.
   *
   * @param userId null for nobody
   * @param assignee what the shop knows of that user
   */
  record AssignStep(PathId pathId, StepId stepId, @Nullable UserId userId, Assignee assignee)
      implements PathCommand {}

  /** What the shop knows of the user who is to see to a step. */
  enum Assignee {
    /** Nobody is to see to it any more. */
    NOBODY,
    /** Works here. */
    ACTIVE,
    /** Works here no longer, or not for now. */
    INACTIVE,
    /** Was never heard of. */
    UNKNOWN
  }

  /** Say what a step asks of serials from now on; null leaves it as it is. */
  record ConfigureStep(
      PathId pathId,
      StepId stepId,
      @Nullable Boolean optional,
      @Nullable DependencyType dependencyType)
      implements PathCommand {}

  /** Give up a path that no serial travels. */
  record DeletePath(PathId pathId) implements PathCommand {}

  /**
   * A step as somebody wants it. One that names a known step, by id or else by name, stays that
   * step and keeps what is not given.
   *
   * @param stepId of a known step; null for one that is named or new
   * @param freshId becomes the id if the step is new
   */
  record StepDraft(
      @Nullable StepId stepId,
      StepId freshId,
      @Nullable String name,
      @Nullable String location,
      @Nullable Boolean optional,
      @Nullable DependencyType dependencyType) {

    Step over(Step known) {
      return new Step(
          known.stepId(),
          name == null ? known.name() : name,
          location == null ? known.location() : location,
          optional == null ? known.optional() : optional,
          dependencyType == null ? known.dependencyType() : dependencyType);
    }

    /** A new step; it has a name, which is checked before. */
    Step fresh(String itsName) {
      return new Step(
          freshId,
          itsName,
          location,
          optional != null && optional,
          dependencyType == null ? DependencyType.PREFERRED : dependencyType);
    }
  }
}
