package jobtrail.query.serials;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import jobtrail.events.serial.ScrapReason;
import jobtrail.http.RequestRefused;
import jobtrail.query.certificates.CertificateView;
import jobtrail.query.paths.PathView;
import org.jspecify.annotations.Nullable;

/** A serial as it is answered by itself. */
@Schema(name = "SerialWithCertificates")
record SerialView(
    String id,
    String jobId,
    String pathId,
    @Schema(description = "Index among the path's steps; -1 once completed") int currentStepIndex,
    SerialStatus status,
    @JsonProperty boolean held,
    @Nullable ScrapReason scrapReason,
    @Nullable String scrapExplanation,
    @Nullable String scrapStepId,
    @Nullable Instant scrappedAt,
    @Nullable String scrappedBy,
    @JsonProperty boolean forceCompleted,
    @Nullable String forceCompletedBy,
    @Nullable Instant forceCompletedAt,
    @Nullable String forceCompletedReason,
    @Schema(description = "Required steps that were open when it was completed by force")
        @Nullable List<String> incompleteStepIds,
    Instant createdAt,
    Instant updatedAt,
    List<CertificateView> certs) {

  static SerialView of(SerialRow row, @Nullable PathView path, List<CertificateView> certificates) {
    Ending scrap = row.scrapped() ? row.ending() : null;
    Ending forced = row.forceCompleted() ? row.ending() : null;
    return new SerialView(
        row.serialId(),
        row.jobId(),
        row.pathId(),
        index(row, path),
        row.status(),
        row.held(),
        scrap == null ? null : scrap.scrapReason(),
        scrap == null ? null : scrap.said(),
        scrap == null ? null : scrap.stepId(),
        scrap == null ? null : scrap.at(),
        scrap == null ? null : scrap.by(),
        forced != null,
        forced == null ? null : forced.by(),
        forced == null ? null : forced.at(),
        forced == null ? null : forced.said(),
        forced == null ? null : forced.incomplete(),
        row.createdAt(),
        row.updatedAt(),
        certificates);
  }

  /** Where it counts among the path's steps now. */
  private static int index(SerialRow row, @Nullable PathView path) {
    String stepId = row.stepId();
    return stepId == null || row.status() == SerialStatus.COMPLETED
        ? -1
        : itsPath(row, path).indexOf(stepId);
  }

  /**
   * The serial's path, with the step that it stands on, or stood on when it ended.
   *
   * @throws RequestRefused 503 while the paths are not yet as far as the serials
   */
  static PathView itsPath(SerialRow row, @Nullable PathView path) {
    String stepId = row.stepId();
    if (path == null || (stepId != null && !path.knows(stepId))) {
      throw RequestRefused.unavailable(
          "view-behind", "The path of " + row.serialId() + " is not known that far yet");
    }
    return path;
  }
}
