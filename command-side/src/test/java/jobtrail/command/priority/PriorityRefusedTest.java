package jobtrail.command.priority;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import jobtrail.command.RefusalRow;
import jobtrail.command.priority.PriorityRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each reason with the code and the status that clients rely on. */
class PriorityRefusedTest {

  private static final Map<Reason, RefusalRow> TABLE =
      Map.of(
          Reason.JOB_NOT_FOUND, new RefusalRow("job-not-found", 404),
          Reason.NOT_THE_OPEN_JOBS, new RefusalRow("not-the-open-jobs", 400));

  @ParameterizedTest
  @EnumSource
  void every_reason_is_told_with_its_code_and_status(Reason reason) {
    RefusalRow.isTold(TABLE.get(reason), new PriorityRefused(reason, "No"));
  }

  @Test
  void no_two_reasons_share_a_code() {
    assertThat(Stream.of(Reason.values()).map(reason -> new PriorityRefused(reason, "No").code()))
        .doesNotHaveDuplicates();
  }
}
