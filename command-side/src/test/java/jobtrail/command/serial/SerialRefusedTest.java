package jobtrail.command.serial;

import static java.util.Map.entry;
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
      Map.ofEntries(
          entry(Reason.NOT_CREATED, new RefusalRow("serial-not-found", 404)),
          entry(Reason.PATH_NOT_FOUND, new RefusalRow("path-not-found", 404)),
          entry(Reason.STEP_UNKNOWN, new RefusalRow("step-not-found", 404)),
          entry(Reason.NOT_AT_STEP, new RefusalRow("not-at-step", 409)),
          entry(Reason.ALREADY_COMPLETED, new RefusalRow("serial-completed", 400)),
          entry(Reason.ALREADY_SCRAPPED, new RefusalRow("serial-scrapped", 400)),
          entry(Reason.COMPLETED_FOR_GOOD, new RefusalRow("serial-completed", 409)),
          entry(Reason.SCRAPPED_FOR_GOOD, new RefusalRow("serial-scrapped", 409)),
          entry(Reason.HELD, new RefusalRow("held", 409)),
          entry(Reason.NOT_HELD, new RefusalRow("not-held", 409)),
          entry(Reason.STEP_RETIRED, new RefusalRow("step-retired", 409)),
          entry(Reason.TARGET_NOT_AHEAD, new RefusalRow("target-not-ahead", 400)),
          entry(Reason.TARGET_BEYOND_END, new RefusalRow("target-beyond-end", 400)),
          entry(Reason.TARGET_NOT_BEHIND, new RefusalRow("target-not-behind", 409)),
          entry(Reason.STRICT_ORDER, new RefusalRow("strict-order", 400)),
          entry(Reason.STEP_NOT_BYPASSABLE, new RefusalRow("step-not-bypassable", 400)),
          entry(Reason.STEPS_OWED, new RefusalRow("steps-owed", 409)),
          entry(Reason.STEP_NOT_DEFERRED, new RefusalRow("step-not-deferred", 400)),
          entry(Reason.STEP_OPTIONAL, new RefusalRow("step-optional", 400)),
          entry(Reason.STEP_COMPLETED, new RefusalRow("step-completed", 400)),
          entry(Reason.NO_ACTIVE_OVERRIDE, new RefusalRow("no-active-override", 400)),
          entry(Reason.OVERRIDE_USED, new RefusalRow("override-used", 400)),
          entry(Reason.EXPLANATION_MISSING, new RefusalRow("explanation-missing", 400)),
          entry(Reason.NOTHING_OPEN, new RefusalRow("nothing-open", 400)),
          entry(Reason.NOTHING_TO_UNDO, new RefusalRow("nothing-to-undo", 409)),
          entry(Reason.NOT_YOUR_MOVE, new RefusalRow("not-your-move", 409)),
          entry(Reason.TOO_LATE_TO_UNDO, new RefusalRow("too-late-to-undo", 409)));

  @ParameterizedTest
  @EnumSource
  void every_reason_is_told_with_its_code_and_status(Reason reason) {
    RefusalRow.isTold(TABLE.get(reason), new SerialRefused(reason, "No"));
  }

  @Test
  void two_reasons_share_a_code_only_where_the_old_api_and_ours_differ_in_status() {
    assertThat(
            Stream.of(Reason.values())
                .map(reason -> new SerialRefused(reason, "No"))
                .map(refused -> refused.code() + " " + refused.status()))
        .doesNotHaveDuplicates();
  }
}
