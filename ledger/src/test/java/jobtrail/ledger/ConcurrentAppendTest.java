package jobtrail.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConcurrentAppendTest {

  @Test
  void sixty_four_callers_with_random_failures_leave_a_whole_ledger() throws Exception {
    try (BareLedger node = new BareLedger(TestPostgres.freshLedger())) {
      Collection<Crowd.Told> told =
          Crowd.start(
                  node.ledger,
                  64,
                  (stream, number, random) -> anything(node.ledger, stream, number, random),
                  count -> count < 1_000)
              .told();

      assertThat(told).hasSize(64_000);
      assertThat(told).filteredOn(Crowd.Told::acknowledged).hasSizeGreaterThan(50_000);
      assertThat(told).noneMatch(Crowd.Told::unknown);
      assertThat(told)
          .extracting(Crowd.Told::failure)
          .hasAtLeastOneElementOfType(StreamConflict.class)
          .hasAtLeastOneElementOfType(IllegalStateException.class)
          .hasAtLeastOneElementOfType(IllegalArgumentException.class);
      Truths.hold(node.ledger, told);
    }
  }

  private static List<NewEvent> anything(Ledger ledger, String stream, long number, Random random) {
    int dice = random.nextInt(2_000);
    List<NewEvent> events = new ArrayList<>(Crowd.UP_TO_FOUR.next(stream, number, random));
    if (dice < 1) {
      for (long i = number + events.size(); events.size() <= GroupCommitWriter.GROUP_LIMIT; i++) {
        events.add(LedgerFixture.event(stream, i));
      }
    } else if (dice < 60 && number > 0) {
      events.add(LedgerFixture.event(stream, number - 1));
    } else if (dice < 160) {
      long end = ledger.lastSequenceNumber("contested").orElse(-1L);
      events.add(LedgerFixture.event("contested", end + 1));
    } else if (dice < 164) {
      events.add(unfit(stream, number + events.size()));
    } else if (dice < 184) {
      return List.of();
    }
    return events;
  }

  /** Not JSON, so that the database itself refuses it. */
  private static NewEvent unfit(String stream, long number) {
    return new NewEvent(
        "job_1", "serial", stream, number, UUID.randomUUID().toString(), "unfit", 1, "{", "{}");
  }
}
