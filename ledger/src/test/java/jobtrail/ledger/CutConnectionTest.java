package jobtrail.ledger;

import static jobtrail.ledger.LedgerFixture.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class CutConnectionTest {

  private static final String WRITER = "jobtrail ledger writer";

  @Test
  void cut_again_and_again_the_ledger_lies_to_nobody() throws Exception {
    DatabaseAddress address = TestPostgres.freshLedger();
    AtomicBoolean over = new AtomicBoolean();
    Random random = new Random();
    try (BareLedger node = new BareLedger(address)) {
      Crowd crowd = Crowd.start(node.ledger, 64, Crowd.UP_TO_FOUR, count -> !over.get());
      long cuts = 0;
      for (int i = 0; i < 40; i++) {
        long before = crowd.stored();
        await().pollDelay(Duration.ZERO).until(() -> crowd.stored() > before);
        long moment = System.nanoTime() + random.nextInt(20_000_000);
        await().pollInterval(Duration.ofMillis(1)).until(() -> System.nanoTime() > moment);
        cuts += Sql.cut(address, WRITER);
      }
      over.set(true);
      Collection<Crowd.Told> told = crowd.told();

      assertThat(cuts).isGreaterThan(20);
      // The database itself was there all the time, so every lost answer was found again.
      assertThat(told).allMatch(Crowd.Told::acknowledged);
      Truths.hold(node.ledger, told);
    }
  }

  @Test
  void two_nodes_cut_again_and_again_keep_one_truth() throws Exception {
    DatabaseAddress address = TestPostgres.freshLedger();
    AtomicBoolean over = new AtomicBoolean();
    try (BareLedger left = new BareLedger(address);
        BareLedger right = new BareLedger(address)) {
      Crowd one = Crowd.start(left.ledger, "left-", 16, Crowd.UP_TO_FOUR, count -> !over.get());
      Crowd other = Crowd.start(right.ledger, "right-", 16, Crowd.UP_TO_FOUR, count -> !over.get());
      for (int i = 0; i < 30; i++) {
        long before = one.stored() + other.stored();
        await()
            .pollInterval(Duration.ofMillis(5))
            .until(() -> one.stored() + other.stored() > before + 200);
        Sql.cut(address, WRITER);
      }
      over.set(true);
      Collection<Crowd.Told> told = new ArrayList<>(one.told());
      told.addAll(other.told());
      Truths.hold(left.ledger, told);
    }
  }

  @Test
  void an_idle_writer_that_was_cut_is_back_before_anybody_needs_it() {
    DatabaseAddress address = TestPostgres.freshLedger();
    try (BareLedger node = new BareLedger(address)) {
      node.ledger.append(List.of(event("SN-00001", 0)));
      assertThat(Sql.cut(address, WRITER)).isEqualTo(1);

      await().atMost(Duration.ofSeconds(5)).until(() -> Sql.cut(address, WRITER) == 1);
      await().atMost(Duration.ofSeconds(5)).until(node.ledger::writable);
      assertThat(node.ledger.append(List.of(event("SN-00001", 1))).firstPosition()).isEqualTo(2);
    }
  }
}
