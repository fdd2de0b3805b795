package jobtrail.command.serial;

import java.time.Instant;
import java.util.List;
import jobtrail.command.platform.Answer;
import jobtrail.events.job.JobId;
import jobtrail.events.path.PathId;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.ScrapReason;
import jobtrail.events.serial.SerialEvent.SerialCreated;
import jobtrail.events.serial.SerialEvent.SerialForceCompleted;
import jobtrail.events.serial.SerialEvent.SerialScrapped;
import jobtrail.events.serial.SerialId;
import org.jspecify.annotations.Nullable;

/**
 * A serial as its commands answer it.
 *
 * @param currentStepIndex among the path's steps in use, from 0; -1 when completed
 * @param status in progress, completed or scrapped, with an underscore
 * @param incompleteStepIds required steps that were open when it was declared done; null when it
 *     was not
 */
record SerialAnswer(
    SerialId id,
    JobId jobId,
    PathId pathId,
    int currentStepIndex,
    String status,
    boolean held,
    @Nullable ScrapReason scrapReason,
    @Nullable String scrapExplanation,
    @Nullable StepId scrapStepId,
    @Nullable Instant scrappedAt,
    @Nullable String scrappedBy,
    boolean forceCompleted,
    @Nullable String forceCompletedBy,
    @Nullable Instant forceCompletedAt,
    @Nullable String forceCompletedReason,
    @Nullable List<StepId> incompleteStepIds,
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
        null,
        null,
        null,
        null,
        null,
        false,
        null,
        null,
        null,
        null,
        recordedAt,
        recordedAt);
  }

  static SerialAnswer of(Answer<SerialPlace> answer) {
    return of(answer.state(), answer.createdAt(), answer.updatedAt());
  }

  static SerialAnswer of(SerialPlace place, Instant createdAt, Instant updatedAt) {
    SerialState.Issued serial = place.serial();
    Chronicle.Ending ending = place.ending();
    String by = ending == null ? null : ending.actor();
    Instant at = ending == null ? null : ending.at() == null ? updatedAt : ending.at();
    SerialScrapped scrap = serial instanceof SerialState.Scrapped gone ? gone.scrap() : null;
    SerialForceCompleted forced =
        serial instanceof SerialState.Completed done ? done.forced() : null;
    return new SerialAnswer(
        serial.travel().serialId(),
        serial.travel().jobId(),
        serial.travel().pathId(),
        place.index(),
        status(serial),
        serial.held(),
        scrap == null ? null : scrap.reason(),
        scrap == null ? null : scrap.explanation(),
        scrap == null ? null : scrap.fromStep(),
        scrap == null ? null : at,
        scrap == null ? null : by,
        forced != null,
        forced == null ? null : by,
        forced == null ? null : at,
        forced == null ? null : forced.reason(),
        forced == null ? null : forced.incomplete(),
        createdAt,
        updatedAt);
  }

  /** As the Shop Planr API spells it. */
  private static String status(SerialState.Issued serial) {
    return switch (serial) {
      case SerialState.InProgress onItsWay -> "in_progress";
      case SerialState.Completed done -> "completed";
      case SerialState.Scrapped gone -> "scrapped";
    };
  }
}
