package jobtrail.command.path;

import java.time.Instant;
import java.util.List;
import jobtrail.command.platform.Answer;
import jobtrail.events.job.JobId;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.PathId;

/** A path as POST, PUT and PATCH answer it. */
record PathAnswer(
    PathId id,
    JobId jobId,
    String name,
    int goalQuantity,
    AdvancementMode advancementMode,
    List<StepAnswer> steps,
    Instant createdAt,
    Instant updatedAt) {

  static PathAnswer of(Answer<PathState> answer) {
    PathState.LaidOut path = (PathState.LaidOut) answer.state();
    return new PathAnswer(
        path.route().pathId(),
        path.route().jobId(),
        path.name(),
        path.goalQuantity(),
        path.route().mode(),
        StepAnswer.all(path),
        answer.createdAt(),
        answer.updatedAt());
  }
}
