package jobtrail.command.note;

import java.time.Instant;
import java.util.List;
import jobtrail.command.platform.Answer;
import jobtrail.events.job.JobId;
import jobtrail.events.note.NoteEvent.NoteCreated;
import jobtrail.events.note.NoteId;
import jobtrail.events.path.PathId;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.SerialId;

/** A note as POST answers it. */
record NoteAnswer(
    NoteId id,
    JobId jobId,
    PathId pathId,
    StepId stepId,
    List<SerialId> serialIds,
    String text,
    String createdBy,
    Instant createdAt,
    boolean pushedToJira) {

  static NoteAnswer of(Answer<NoteState> answer, String author) {
    NoteCreated note = ((NoteState.Written) answer.state()).note();
    return new NoteAnswer(
        note.noteId(),
        note.jobId(),
        note.pathId(),
        note.stepId(),
        note.serialIds(),
        note.text(),
        author,
        answer.createdAt(),
        false);
  }
}
