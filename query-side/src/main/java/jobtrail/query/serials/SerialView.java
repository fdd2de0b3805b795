package jobtrail.query.serials;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
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
    boolean forceCompleted,
    Instant createdAt,
    Instant updatedAt,
    List<CertificateView> certs) {

  static SerialView of(SerialRow row, @Nullable PathView path, List<CertificateView> certificates) {
    return new SerialView(
        row.serialId(),
        row.jobId(),
        row.pathId(),
        index(row, path),
        row.status(),
        false,
        row.createdAt(),
        row.updatedAt(),
        certificates);
  }

  /** Where its step stands in the path now; a retired step counts where its successor does. */
  static int index(SerialRow row, @Nullable PathView path) {
    String stepId = row.stepId();
    return stepId == null || path == null || !path.knows(stepId) ? -1 : path.indexOf(stepId);
  }
}
