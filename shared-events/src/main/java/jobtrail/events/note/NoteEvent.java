package jobtrail.events.note;

import java.util.List;
import java.util.Objects;
import jobtrail.events.DomainEvent;
import jobtrail.events.StoredAs;
import jobtrail.events.StreamType;
import jobtrail.events.job.JobId;
import jobtrail.events.path.PathId;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.SerialId;

/** Everything that can happen to a note. It never changes and moves no serial. */
@StreamType("note")
public sealed interface NoteEvent extends DomainEvent {

  NoteId noteId();

  @Override
  JobId jobId();

  @Override
  default String streamId() {
    return noteId().value();
  }

  /**
   * Somebody wrote down something about serials at a step.
   *
   * @param stepId a step of the path, in use or retired; the serials need not stand on it
   * @param serialIds of the path, at least one, each once
   */
  @StoredAs("note.created")
  record NoteCreated(
      NoteId noteId,
      JobId jobId,
      PathId pathId,
      StepId stepId,
      List<SerialId> serialIds,
      String text)
      implements NoteEvent {

    public NoteCreated {
      Objects.requireNonNull(noteId, "noteId");
      Objects.requireNonNull(jobId, "jobId");
      Objects.requireNonNull(pathId, "pathId");
      Objects.requireNonNull(stepId, "stepId");
      Objects.requireNonNull(text, "text");
      serialIds = List.copyOf(serialIds);
    }
  }
}
