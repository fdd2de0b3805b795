package jobtrail.query.serials;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import jobtrail.events.serial.ScrapReason;
import jobtrail.query.paths.PathView;
import jobtrail.query.paths.PathView.StepView;
import org.jspecify.annotations.Nullable;

/** A serial as a line of a list, with names instead of ids where there are any. */
@Schema(name = "SerialListEntry")
record SerialListView(
    String id,
    String jobId,
    String jobName,
    String pathId,
    String pathName,
    @Schema(
            description =
                "Among the path's steps; 0 while the step is not known yet, -1 once completed")
        int currentStepIndex,
    @Schema(
            description =
                "The step's name, empty while it is not known yet; Completed or Scrapped for those")
        String currentStepName,
    @Schema(description = "User who sees to the step") @Nullable String assignedTo,
    @Schema(allowableValues = {"in-progress", "completed", "scrapped"}) String status,
    @Nullable ScrapReason scrapReason,
    @Schema(description = "Only when true") @Nullable Boolean forceCompleted,
    @Schema(description = "Only when true") @Nullable Boolean held,
    Instant createdAt) {

  static SerialListView of(
      SerialRow row, Map<String, String> jobNames, Map<String, PathView> paths) {
    PathView path = paths.get(row.pathId());
    String stepId = row.status() == SerialStatus.COMPLETED ? null : row.stepId();
    StepView counted =
        path == null || stepId == null || !path.knows(stepId) ? null : path.countedAt(stepId);
    StepView step = row.scrapped() ? null : counted;
    Ending scrap = row.scrapped() ? row.ending() : null;
    return new SerialListView(
        row.serialId(),
        row.jobId(),
        jobNames.getOrDefault(row.jobId(), ""),
        row.pathId(),
        path == null ? "" : path.name(),
        counted == null ? (stepId == null ? -1 : 0) : counted.order(),
        switch (row.status()) {
          case COMPLETED -> "Completed";
          case SCRAPPED -> "Scrapped";
          case IN_PROGRESS -> step == null ? "" : step.name();
        },
        step == null ? null : step.assignedTo(),
        row.status().hyphenated(),
        scrap == null ? null : scrap.scrapReason(),
        row.forceCompleted() ? true : null,
        row.held() ? true : null,
        row.createdAt());
  }
}
