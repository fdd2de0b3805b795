package jobtrail.query.serials;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import jobtrail.query.paths.PathView;
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
    @Nullable String assignedTo,
    @Schema(allowableValues = {"in-progress", "completed", "scrapped"}) String status,
    Instant createdAt) {

  static SerialListView of(
      SerialRow row, Map<String, String> jobNames, Map<String, PathView> paths) {
    PathView path = paths.get(row.pathId());
    return new SerialListView(
        row.serialId(),
        row.jobId(),
        jobNames.getOrDefault(row.jobId(), ""),
        row.pathId(),
        path == null ? "" : path.name(),
        SerialView.index(row, path),
        stepName(row, path),
        null,
        row.status().hyphenated(),
        row.createdAt());
  }

  private static String stepName(SerialRow row, @Nullable PathView path) {
    return switch (row.status()) {
      case COMPLETED -> "Completed";
      case SCRAPPED -> "Scrapped";
      case IN_PROGRESS -> {
        String stepId = row.stepId();
        yield path == null || stepId == null ? "" : path.nameOf(stepId);
      }
    };
  }
}
