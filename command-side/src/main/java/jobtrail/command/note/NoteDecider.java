package jobtrail.command.note;

import java.util.List;
import jobtrail.command.note.NoteCommand.CreateNote;
import jobtrail.command.note.NoteCommand.Places;
import jobtrail.command.note.NoteRefused.Reason;
import jobtrail.events.note.NoteEvent;
import jobtrail.events.note.NoteEvent.NoteCreated;
import jobtrail.events.path.PathId;
import jobtrail.events.serial.SerialId;

/**
 * The rules of a note: what it names must be there and belong together. Whether its serials are on
 * their way, held, done or scrapped does not matter.
 */
final class NoteDecider {

  private NoteDecider() {}

  /**
   * What happens when a note is asked something.
   *
   * @param places of what the note names
   * @throws NoteRefused when the rules say no
   */
  static List<NoteEvent> decide(NoteCommand command, Places places) {
    return switch (command) {
      case CreateNote create -> create(create, places);
    };
  }

  private static List<NoteEvent> create(CreateNote command, Places places) {
    allThere(command, places);
    if (!command.jobId().equals(places.jobOfPath())) {
      throw new NoteRefused(
          Reason.PATH_OF_ANOTHER_JOB,
          "Path %s is not of job %s".formatted(command.pathId(), command.jobId()),
          "pathId");
    }
    if (!command.pathId().equals(places.pathOfStep())) {
      throw new NoteRefused(
          Reason.STEP_OF_ANOTHER_PATH,
          "Step %s is not of path %s".formatted(command.stepId(), command.pathId()),
          "stepId");
    }
    for (SerialId serialId : command.serialIds()) {
      if (!command.pathId().equals(places.pathOfSerial().get(serialId))) {
        throw new NoteRefused(
            Reason.SERIAL_OF_ANOTHER_PATH,
            "Serial %s is not of path %s".formatted(serialId, command.pathId()),
            "serialIds");
      }
    }
    return List.of(
        new NoteCreated(
            command.noteId(),
            command.jobId(),
            command.pathId(),
            command.stepId(),
            command.serialIds(),
            command.text()));
  }

  /** What is not there at all is told before what does not belong together. */
  private static void allThere(CreateNote command, Places places) {
    PathId pathOfStep = places.pathOfStep();
    if (pathOfStep == null) {
      throw new NoteRefused(
          Reason.STEP_UNKNOWN, "ProcessStep not found: " + command.stepId(), null);
    }
    for (SerialId serialId : command.serialIds()) {
      if (!places.pathOfSerial().containsKey(serialId)) {
        throw new NoteRefused(Reason.SERIAL_UNKNOWN, "Serial not found: " + serialId, null);
      }
    }
  }
}
