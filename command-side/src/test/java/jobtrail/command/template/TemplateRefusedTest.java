package jobtrail.command.template;

import java.util.Map;
import jobtrail.command.RefusalRow;
import jobtrail.command.template.TemplateRefused.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each reason with the code and the status that clients rely on. */
class TemplateRefusedTest {

  private static final Map<Reason, RefusalRow> TABLE =
      Map.of(Reason.NOT_CREATED, new RefusalRow("template-not-found", 404));

  @ParameterizedTest
  @EnumSource
  void every_reason_is_told_with_its_code_and_status(Reason reason) {
    RefusalRow.isTold(TABLE.get(reason), new TemplateRefused(reason, "No"));
  }
}
