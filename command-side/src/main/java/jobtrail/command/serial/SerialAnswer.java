package jobtrail.command.serial;

import java.time.Instant;
import jobtrail.command.platform.Answer;
import jobtrail.events.job.JobId;
import jobtrail.events.path.PathId;
import jobtrail.events.serial.SerialEvent.SerialCreated;
import jobtrail.events.serial.SerialId;

/**
 * A serial as its commands answer it.
 *
 * @param currentStepIndex among the path's steps in use, from 0; -1 when completed
 * @param status {@code in_progress} or {@code completed}
 */
record SerialAnswer(
    SerialId id,
    JobId jobId,
    PathId pathId,
    int currentStepIndex,
    String status,
    boolean forceCompleted,
    Instant createdAt,
    Instant updatedAt) {

  static SerialAnswer of(SerialCreated serial, Instant recordedAt) {
    return new SerialAnswer(
        serial.serialId(),
        serial.jobId(),
        serial.pathId(),
        0,
        "in_progress",
        false,
        recordedAt,
        recordedAt);
  }

  static SerialAnswer of(Answer<SerialPlace> answer) {
    SerialPlace place = answer.state();
    return new SerialAnswer(
        place.serial().serialId(),
        place.serial().jobId(),
        place.serial().pathId(),
        place.index(),
        place.status(),
        false,
        answer.createdAt(),
        answer.updatedAt());
  }
}
