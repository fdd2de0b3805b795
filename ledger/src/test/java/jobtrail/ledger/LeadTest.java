package jobtrail.ledger;

import static jobtrail.ledger.LedgerFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("It counts who gets the lead how often.")
class LeadTest {

  private final DatabaseAddress address = TestPostgres.freshLedger();

  @Test
  void a_writer_that_missed_leads_until_the_ledger_has_long_been_its_own() {
    try (BareLedger left = new BareLedger(address);
        BareLedger right = new BareLedger(address)) {
      left.ledger.append(List.of(event("left", 0)));
      right.ledger.append(List.of(event("right", 0)));
      left.ledger.append(List.of(event("left", 1)));
      right.ledger.append(List.of(event("right", 1)));

      assertThat(left.misses() + right.misses()).isPositive();
      assertThat(left.writer.leading() || right.writer.leading()).isTrue();

      for (int i = 2; i < 2 + WriterSession.GROUPS_IN_THE_LEAD; i++) {
        left.ledger.append(List.of(event("left", i)));
      }
      assertThat(left.writer.leading()).isFalse();
      Truths.hold(left.ledger);
    }
  }

  @Test
  void a_leading_writer_sees_what_others_stored_and_keeps_the_lead() {
    try (BareLedger left = new BareLedger(address);
        BareLedger right = new BareLedger(address)) {
      for (int i = 0; i < WriterSession.GROUPS_IN_THE_LEAD + 50; i++) {
        left.ledger.append(List.of(event("left", i)));
        right.ledger.append(List.of(event("right", i)));
      }
      assertThat(left.writer.leading()).isTrue();
      assertThat(right.writer.leading()).isTrue();
      // Whoever leads never misses.
      assertThat(left.misses() + right.misses()).isLessThan(10);
      Truths.hold(left.ledger);
    }
  }

  @Test
  void a_node_that_is_alone_never_needs_the_lead() throws Exception {
    try (BareLedger node = new BareLedger(address)) {
      Crowd.start(node.ledger, 16, Crowd.UP_TO_FOUR, count -> count < 100).told();
      assertThat(node.misses()).isZero();
      assertThat(node.writer.leading()).isFalse();
    }
  }
}
