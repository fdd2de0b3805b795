package jobtrail.command.note;

import java.util.List;
import java.util.Map;
import jobtrail.command.platform.Addressed;
import jobtrail.events.job.JobId;
import jobtrail.events.note.NoteId;
import jobtrail.events.path.PathId;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.SerialId;
import org.jspecify.annotations.Nullable;

/** What can be asked of a note. */
sealed interface NoteCommand extends Addressed {

  NoteId noteId();

  @Override
  default String streamId() {
    return noteId().value();
  }

  /**
   * Write down something about serials at a step.
   *
   * @param serialIds at least one, each once
   */
  record CreateNote(
      NoteId noteId,
      JobId jobId,
      PathId pathId,
      StepId stepId,
      List<SerialId> serialIds,
      String text)
      implements NoteCommand {}

  /**
   * Where that what a note names belongs.
   *
   * @param jobOfPath the job of the path that is named
   * @param pathOfStep null when there is no such step
   * @param pathOfSerial without the serials that are not there
   */
  record Places(JobId jobOfPath, @Nullable PathId pathOfStep, Map<SerialId, PathId> pathOfSerial) {}
}
