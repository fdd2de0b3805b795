package jobtrail.query.certificates;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** A certificate attached to a serial, as it is answered. */
@Schema(name = "CertAttachment")
public record AttachmentView(
    @Schema(description = "Position in the ledger of the event that says so") String id,
    String serialId,
    String certId,
    @Schema(description = "Step at which it was attached") String stepId,
    Instant attachedAt,
    String attachedBy,
    @JsonIgnore @Schema(hidden = true) long position) {

  static AttachmentView of(AttachmentRow row) {
    return new AttachmentView(
        Long.toString(row.position()),
        row.serialId(),
        row.certificateId(),
        row.stepId(),
        row.attachedAt(),
        row.attachedBy(),
        row.position());
  }
}
