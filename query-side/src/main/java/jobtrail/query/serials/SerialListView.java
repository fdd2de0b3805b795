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
    int currentStepIndex,
    @Schema(description = "The step's name; Completed or Scrapped for those")
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
    int index = SerialView.index(row, path);
    StepView step = path == null || index < 0 || row.scrapped() ? null : path.steps().get(index);
    Ending scrap = row.scrapped() ? row.ending() : null;
    return new SerialListView(
        row.serialId(),
        row.jobId(),
        jobNames.getOrDefault(row.jobId(), ""),
        row.pathId(),
        path == null ? "" : path.name(),
        index,
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
