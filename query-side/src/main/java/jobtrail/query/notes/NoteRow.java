package jobtrail.query.notes;

import java.time.Instant;
import java.util.List;

/**
 * One note as it was written.
 *
 * @param position of the event that says so
 */
record NoteRow(
    long position,
    String noteId,
    String jobId,
    String pathId,
    String stepId,
    List<String> serialIds,
    String text,
    String createdBy,
    Instant createdAt) {}
