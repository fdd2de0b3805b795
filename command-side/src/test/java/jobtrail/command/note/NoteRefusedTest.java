package jobtrail.command.note;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import jobtrail.command.RefusalRow;
import jobtrail.command.note.NoteRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each reason with the code and the status that clients rely on. */
class NoteRefusedTest {

  private static final Map<Reason, RefusalRow> TABLE =
      Map.of(
          Reason.STEP_UNKNOWN, new RefusalRow("step-not-found", 404),
          Reason.SERIAL_UNKNOWN, new RefusalRow("serial-not-found", 404),
          Reason.PATH_OF_ANOTHER_JOB, new RefusalRow("path-of-another-job", 400),
          Reason.STEP_OF_ANOTHER_PATH, new RefusalRow("step-of-another-path", 400),
          Reason.SERIAL_OF_ANOTHER_PATH, new RefusalRow("serial-of-another-path", 400));

  @ParameterizedTest
  @EnumSource
  void every_reason_is_told_with_its_code_and_status(Reason reason) {
    RefusalRow.isTold(TABLE.get(reason), new NoteRefused(reason, "No", null));
  }

  @Test
  void no_two_reasons_share_a_code() {
    assertThat(Stream.of(Reason.values()).map(reason -> new NoteRefused(reason, "No", null).code()))
        .doesNotHaveDuplicates();
  }
}
