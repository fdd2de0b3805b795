package jobtrail.ledger;

import static jobtrail.ledger.LedgerFixture.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("It watches the clock.")
class LedgerNewsTest {

  private final DatabaseAddress address = TestPostgres.freshLedger();

  @Test
  void another_node_hears_of_an_append_soon() {
    try (BareLedger writing = new BareLedger(address);
        BareLedger reading = new BareLedger(address)) {
      AtomicLong heard = new AtomicLong();
      reading.ledger.onGrowth(() -> heard.set(reading.ledger.knownHead()));
      awaitListeners(2);
      long slowest = 0;
      for (int i = 0; i < 10; i++) {
        long position = writing.ledger.append(List.of(event("SN-00001", i))).lastPosition();
        assertThat(writing.ledger.knownHead()).isGreaterThanOrEqualTo(position);
        long started = System.nanoTime();
        await()
            .pollInterval(Duration.ofMillis(1))
            .atMost(Duration.ofSeconds(1))
            .until(() -> heard.get() >= position);
        slowest = Math.max(slowest, System.nanoTime() - started);
      }
      // Polling alone would take half a second on average.
      assertThat(Duration.ofNanos(slowest)).isLessThan(Duration.ofMillis(500));
    }
  }

  @Test
  void a_node_whose_listener_was_cut_listens_again() {
    try (BareLedger writing = new BareLedger(address);
        BareLedger reading = new BareLedger(address)) {
      writing.ledger.append(List.of(event("SN-00001", 0)));
      await().until(() -> reading.ledger.knownHead() == 1);

      awaitListeners(2);
      assertThat(Sql.cut(address, "jobtrail ledger listener")).isEqualTo(2);
      await().until(() -> Sql.cut(address, "jobtrail ledger news") == 1);
      writing.ledger.append(List.of(event("SN-00001", 1)));

      await().atMost(Duration.ofSeconds(3)).until(() -> reading.ledger.knownHead() == 2);
      awaitListeners(2);
      writing.ledger.append(List.of(event("SN-00001", 2)));
      await().atMost(Duration.ofSeconds(1)).until(() -> reading.ledger.knownHead() == 3);
    }
  }

  @Test
  void news_is_gathered_not_told_for_every_append() throws Exception {
    try (BareLedger node = new BareLedger(address)) {
      AtomicInteger times = new AtomicInteger();
      AtomicLong heard = new AtomicLong();
      node.ledger.onGrowth(() -> {
        times.incrementAndGet();
        heard.set(node.ledger.knownHead());
      });
      Crowd.start(node.ledger, 16, Crowd.ONE_EVENT, count -> count < 200).told();

      await().until(() -> heard.get() == 3_200);
      double groups = node.meters.get("jobtrail.ledger.append").timer().count();
      assertThat(times.get()).isLessThan((int) groups);
    }
  }

  @Test
  void a_listener_that_fails_does_not_keep_the_news_from_the_others() {
    try (BareLedger node = new BareLedger(address)) {
      AtomicLong heard = new AtomicLong();
      node.ledger.onGrowth(() -> {
        throw new IllegalStateException("on purpose");
      });
      node.ledger.onGrowth(() -> heard.set(node.ledger.knownHead()));
      for (int i = 0; i < 3; i++) {
        long position = node.ledger.append(List.of(event("SN-00001", i))).lastPosition();
        await().until(() -> heard.get() == position);
      }
    }
  }

  private void awaitListeners(int count) {
    await()
        .until(() ->
            Sql.number(
                    address,
                    "select count(*) from pg_stat_activity where datname = current_database()"
                        + " and application_name = 'jobtrail ledger listener' and query like '%ledger.event%'")
                == count);
  }
}
