package jobtrail.command.serial;

import java.time.Instant;
import jobtrail.command.platform.Answer;
import jobtrail.command.platform.Routes;
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

  private static final int DONE = -1;

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

  static SerialAnswer of(Answer<SerialState> answer, Routes routes) {
    return switch (answer.state()) {
      case SerialState.InProgress serial ->
          of(serial, indexOf(serial, routes), "in_progress", answer);
      case SerialState.Completed serial -> of(serial, DONE, "completed", answer);
      case SerialState.NotCreated never ->
          throw new IllegalStateException("No answer for a serial without events");
    };
  }

  private static int indexOf(SerialState.InProgress serial, Routes routes) {
    return routes.routeOf(serial.pathId(), serial.routeRevision()).indexOf(serial.step());
  }

  private static SerialAnswer of(
      SerialState.Issued serial, int index, String status, Answer<SerialState> answer) {
    return new SerialAnswer(
        serial.serialId(),
        serial.jobId(),
        serial.pathId(),
        index,
        status,
        false,
        answer.createdAt(),
        answer.updatedAt());
  }
}
