package jobtrail.command.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import jobtrail.command.RefusalRow;
import jobtrail.command.serial.SerialRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each reason with the code and the status that clients rely on. */
class SerialRefusedTest {

  private static final Map<Reason, RefusalRow> TABLE =
      Map.of(
          Reason.NOT_CREATED, new RefusalRow("serial-not-found", 404),
          Reason.ALREADY_COMPLETED, new RefusalRow("serial-completed", 400),
          Reason.PATH_NOT_FOUND, new RefusalRow("path-not-found", 404));

  @ParameterizedTest
  @EnumSource
  void every_reason_is_told_with_its_code_and_status(Reason reason) {
    RefusalRow.isTold(TABLE.get(reason), new SerialRefused(reason, "No"));
  }

  @Test
  void no_two_reasons_share_a_code() {
    assertThat(Stream.of(Reason.values()).map(reason -> new SerialRefused(reason, "No").code()))
        .doesNotHaveDuplicates();
  }
}
