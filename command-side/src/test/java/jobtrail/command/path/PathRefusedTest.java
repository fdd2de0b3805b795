package jobtrail.command.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import jobtrail.command.RefusalRow;
import jobtrail.command.path.PathRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each reason with the code and the status that clients rely on. */
class PathRefusedTest {

  private static final Map<Reason, RefusalRow> TABLE =
      Map.of(
          Reason.NOT_CREATED, new RefusalRow("path-not-found", 404),
          Reason.HAS_SERIALS, new RefusalRow("path-has-serials", 400),
          Reason.STEP_UNKNOWN, new RefusalRow("step-not-found", 404),
          Reason.STEP_NAMED_TWICE, new RefusalRow("step-named-twice", 400),
          Reason.STEP_WITHOUT_NAME, new RefusalRow("step-without-name", 400),
          Reason.STEP_IN_USE, new RefusalRow("step-in-use", 409),
          Reason.STEP_RETIRED, new RefusalRow("step-retired", 409),
          Reason.USER_UNKNOWN, new RefusalRow("user-unknown", 400),
          Reason.USER_INACTIVE, new RefusalRow("user-inactive", 400));

  @ParameterizedTest
  @EnumSource
  void every_reason_is_told_with_its_code_and_status(Reason reason) {
    RefusalRow.isTold(TABLE.get(reason), new PathRefused(reason, "No"));
  }

  @Test
  void no_two_reasons_share_a_code() {
    assertThat(Stream.of(Reason.values()).map(reason -> new PathRefused(reason, "No").code()))
        .doesNotHaveDuplicates();
  }
}
