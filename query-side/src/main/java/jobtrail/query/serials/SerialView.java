package jobtrail.query.serials;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import jobtrail.events.serial.ScrapReason;
import jobtrail.query.certificates.CertificateView;
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

  static SerialView of(SerialOnPath found, List<CertificateView> certificates) {
    SerialRow row = found.serial();
    Ending scrap = row.scrapped() ? row.ending() : null;
    Ending forced = row.forceCompleted() ? row.ending() : null;
    return new SerialView(
        row.serialId(),
        row.jobId(),
        row.pathId(),
        found.index(),
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
}
