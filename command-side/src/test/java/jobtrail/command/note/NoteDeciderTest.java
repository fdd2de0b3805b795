package jobtrail.command.note;

import static jobtrail.command.note.NoteExamples.BOOK;
import static jobtrail.command.note.NoteExamples.ELSEWHERE;
import static jobtrail.command.note.NoteExamples.FIRST;
import static jobtrail.command.note.NoteExamples.JOB;
import static jobtrail.command.note.NoteExamples.PATH;
import static jobtrail.command.note.NoteExamples.SECOND;
import static jobtrail.command.note.NoteExamples.create;
import static jobtrail.command.note.NoteExamples.created;
import static jobtrail.command.note.NoteExamples.together;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import jobtrail.command.WholeRuleBook;
import jobtrail.command.note.NoteCommand.Places;
import jobtrail.command.note.NoteRefused.Reason;
import jobtrail.events.job.JobId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NoteDeciderTest {

  @RegisterExtension static final WholeRuleBook WHOLE = BOOK;

  @Nested
  class Creating {

    @Test
    void a_note_says_what_was_written_about_whom_and_where() {
      assertThat(NoteDecider.decide(create(), together())).containsExactly(created());
      BOOK.shows(create());
    }

    @Test
    void a_step_that_does_not_exist_cannot_be_named() {
      refuses(new Places(JOB, null, together().pathOfSerial()), Reason.STEP_UNKNOWN);
    }

    @Test
    void a_serial_that_does_not_exist_cannot_be_named() {
      NoteRefused refused =
          refuses(new Places(JOB, PATH, Map.of(FIRST, PATH)), Reason.SERIAL_UNKNOWN);
      assertThat(refused).hasMessage("Serial not found: " + SECOND);
    }

    @Test
    void the_path_is_the_jobs_own() {
      JobId another = new JobId("job_2");
      refuses(new Places(another, PATH, together().pathOfSerial()), Reason.PATH_OF_ANOTHER_JOB);
    }

    @Test
    void the_step_is_the_paths_own() {
      refuses(new Places(JOB, ELSEWHERE, together().pathOfSerial()), Reason.STEP_OF_ANOTHER_PATH);
    }

    @Test
    void every_serial_travels_the_path() {
      refuses(
          new Places(JOB, PATH, Map.of(FIRST, PATH, SECOND, ELSEWHERE)),
          Reason.SERIAL_OF_ANOTHER_PATH);
    }

    @Test
    void what_is_not_there_is_told_before_what_does_not_belong() {
      refuses(new Places(new JobId("job_2"), ELSEWHERE, Map.of()), Reason.SERIAL_UNKNOWN);
    }

    private static NoteRefused refuses(Places places, Reason reason) {
      NoteRefused refused =
          catchThrowableOfType(NoteRefused.class, () -> NoteDecider.decide(create(), places));
      assertThat(refused.reason()).isEqualTo(reason);
      BOOK.showsRefusal(reason);
      return refused;
    }
  }

  @Nested
  class Remembering {

    @Test
    void a_note_is_as_it_was_written_and_never_changes() {
      NoteState written = new NoteState.NotCreated().evolve(created());

      assertThat(written).isEqualTo(new NoteState.Written(created()));
      assertThatThrownBy(() -> written.evolve(created())).isInstanceOf(IllegalStateException.class);
      BOOK.shows(created());
    }
  }
}
