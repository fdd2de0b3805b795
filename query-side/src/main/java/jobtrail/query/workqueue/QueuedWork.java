package jobtrail.query.workqueue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One row of a queue: the serials of a path that wait at one of its steps. */
@Schema(name = "WorkQueueJob")
record QueuedWork(
    String jobId,
    String jobName,
    String pathId,
    String pathName,
    String stepId,
    String stepName,
    int stepOrder,
    @Nullable String stepLocation,
    @Schema(description = "Id of the user who is to see to the step") @Nullable String assignedTo,
    int totalSteps,
    @Schema(description = "The first 100 in the order of creation; the rest by GET /api/serials")
        List<String> serialIds,
    @Schema(description = "All that wait there") long partCount,
    @Nullable String previousStepId,
    @Nullable String previousStepName,
    @Nullable String nextStepId,
    @Nullable String nextStepName,
    @Nullable String nextStepLocation,
    @JsonProperty("isFinalStep") boolean isFinalStep,
    @JsonIgnore @Schema(hidden = true) long place) {

  static QueuedWork of(QueueStep step, String jobName, String pathName, Waiting waiting) {
    return new QueuedWork(
        step.jobId(),
        jobName,
        step.pathId(),
        pathName,
        step.stepId(),
        step.name(),
        step.order(),
        step.location(),
        step.assignedTo(),
        step.totalSteps(),
        waiting.first(WorkQueueSql.SHOWN),
        waiting.count(),
        step.previousId(),
        step.previousName(),
        step.nextId(),
        step.nextName(),
        step.nextLocation(),
        step.nextId() == null,
        step.place());
  }

  static long total(List<QueuedWork> rows) {
    return rows.stream().mapToLong(QueuedWork::partCount).sum();
  }
}
