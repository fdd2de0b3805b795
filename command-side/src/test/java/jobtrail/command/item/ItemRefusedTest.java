package jobtrail.command.item;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import jobtrail.command.RefusalRow;
import jobtrail.command.item.ItemRefused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each reason with the code and the status that clients rely on. */
class ItemRefusedTest {

  private static final Map<Reason, RefusalRow> TABLE =
      Map.ofEntries(
          entry(Reason.NOT_ADDED, new RefusalRow("item-not-found", 404)),
          entry(Reason.NOT_ALLOWED, new RefusalRow("transition-not-allowed", 409)),
          entry(Reason.DETAIL_INVALID, new RefusalRow("invalid-request", 400)),
          entry(Reason.NO_PROOF, new RefusalRow("no-proof-uploaded", 409)),
          entry(Reason.PROOF_UNKNOWN, new RefusalRow("proof-not-found", 404)),
          entry(Reason.PROOF_TAKEN, new RefusalRow("proof-reference-taken", 409)),
          entry(Reason.PROOF_OVERTAKEN, new RefusalRow("newer-proof-sent", 409)),
          entry(Reason.PAST_ANSWERING, new RefusalRow("past-answering", 409)),
          entry(Reason.LINK_UNKNOWN, new RefusalRow("link-not-found", 404)),
          entry(Reason.LINK_EXPIRED, new RefusalRow("link-expired", 410)),
          entry(Reason.LINK_SUPERSEDED, new RefusalRow("link-superseded", 410)),
          entry(Reason.LINK_WITHDRAWN, new RefusalRow("link-withdrawn", 410)),
          entry(Reason.ALREADY_ANSWERED, new RefusalRow("proof-already-answered", 409)),
          entry(Reason.NOT_SENT_YET, new RefusalRow("proof-not-sent", 409)));

  @ParameterizedTest
  @EnumSource
  void every_reason_is_told_with_its_code_and_status(Reason reason) {
    RefusalRow.isTold(TABLE.get(reason), new ItemRefused(reason, "No"));
  }

  @Test
  void no_two_reasons_share_a_code() {
    assertThat(Stream.of(Reason.values()).map(reason -> new ItemRefused(reason, "No").code()))
        .doesNotHaveDuplicates();
  }
}
