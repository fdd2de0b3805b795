package jobtrail.command.note;

import java.util.List;
import java.util.Map;
import jobtrail.command.WholeRuleBook;
import jobtrail.command.note.NoteCommand.CreateNote;
import jobtrail.command.note.NoteCommand.Places;
import jobtrail.command.note.NoteRefused.Reason;
import jobtrail.events.job.JobId;
import jobtrail.events.note.NoteEvent;
import jobtrail.events.note.NoteEvent.NoteCreated;
import jobtrail.events.note.NoteId;
import jobtrail.events.path.PathId;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.SerialId;

/** The words in which the tests speak of notes. */
final class NoteExamples {

  static final NoteId NOTE = new NoteId("note_1");
  static final JobId JOB = new JobId("job_1");
  static final PathId PATH = new PathId("path_1");
  static final PathId ELSEWHERE = new PathId("path_2");
  static final StepId CUT = new StepId("step_cut");
  static final SerialId FIRST = SerialId.of(1);
  static final SerialId SECOND = SerialId.of(2);

  /** Fails when a command, an event or a reason is left out. */
  static final WholeRuleBook BOOK =
      new WholeRuleBook(NoteCommand.class, NoteEvent.class, Reason.class);

  private NoteExamples() {}

  /** "Burr" about the first two serials, at the step "cut". */
  static CreateNote create() {
    return new CreateNote(NOTE, JOB, PATH, CUT, List.of(FIRST, SECOND), "Burr");
  }

  static NoteCreated created() {
    return new NoteCreated(NOTE, JOB, PATH, CUT, List.of(FIRST, SECOND), "Burr");
  }

  /** All that the note names belongs together. */
  static Places together() {
    return new Places(JOB, PATH, Map.of(FIRST, PATH, SECOND, PATH));
  }
}
