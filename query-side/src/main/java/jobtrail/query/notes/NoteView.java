package jobtrail.query.notes;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/** A note as it is answered. */
@Schema(name = "StepNote")
public record NoteView(
    String id,
    String jobId,
    String pathId,
    String stepId,
    List<String> serialIds,
    String text,
    String createdBy,
    Instant createdAt,
    boolean pushedToJira,
    @JsonIgnore @Schema(hidden = true) long position) {

  static NoteView of(NoteRow row) {
    return new NoteView(
        row.noteId(),
        row.jobId(),
        row.pathId(),
        row.stepId(),
        row.serialIds(),
        row.text(),
        row.createdBy(),
        row.createdAt(),
        false,
        row.position());
  }
}
