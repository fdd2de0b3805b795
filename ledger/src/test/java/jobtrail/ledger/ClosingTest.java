package jobtrail.ledger;

import static jobtrail.ledger.LedgerFixture.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("It watches the clock.")
class ClosingTest {

  private final DatabaseAddress address = TestPostgres.freshLedger();

  @Test
  void what_was_handed_over_is_stored_and_what_comes_later_is_refused() throws Exception {
    for (int round = 0; round < 5; round++) {
      BareLedger node = new BareLedger(address);
      AtomicBoolean over = new AtomicBoolean();
      Crowd crowd =
          Crowd.start(
              node.ledger, "round-" + round + "-", 64, Crowd.UP_TO_FOUR, count -> !over.get());
      await().pollInterval(Duration.ofMillis(5)).until(() -> crowd.stored() > 300);

      assertThat(millisToClose(node)).isLessThan(6_000);
      over.set(true);
      Collection<Crowd.Told> told = crowd.told();

      assertThat(told)
          .filteredOn(command -> !command.acknowledged())
          .allMatch(command -> command.failure() instanceof LedgerUnavailable);
      try (BareLedger reader = new BareLedger(address)) {
        Truths.hold(reader.ledger);
        assertThat(
                Sql.number(
                    address,
                    "select count(*) from ledger.event where stream_id like 'round-"
                        + round
                        + "-%'"))
            .isEqualTo(
                told.stream()
                    .filter(Crowd.Told::acknowledged)
                    .mapToLong(command -> command.events().size())
                    .sum());
      }
    }
  }

  @Test
  void a_writer_that_is_held_up_does_not_hold_up_the_stop() throws Exception {
    BareLedger node = new BareLedger(address);
    node.ledger.append(List.of(event("SN-00001", 0)));
    try (Connection blocker = Sql.connect(address);
        Statement statement = blocker.createStatement()) {
      blocker.setAutoCommit(false);
      statement.execute("lock table ledger.event in exclusive mode");
      Crowd crowd = Crowd.start(node.ledger, 8, Crowd.ONE_EVENT, count -> count < 1);
      await()
          .until(() ->
              Sql.number(
                      address,
                      "select count(*) from pg_locks where relation is not null and not granted")
                  == 1);

      assertThat(millisToClose(node)).isLessThan(6_000);
      assertThat(crowd.told())
          .allMatch(command ->
              command.failure() instanceof LedgerUnavailable
                  || command.failure() instanceof OutcomeUnknown);
    }
  }

  @Test
  void a_closed_ledger_refuses_at_once() {
    BareLedger node = new BareLedger(address);
    node.close();

    assertThatThrownBy(() -> node.ledger.append(List.of(event("SN-00001", 0))))
        .isInstanceOf(LedgerUnavailable.class);
    assertThat(node.ledger.writable()).isFalse();
  }

  private static long millisToClose(BareLedger node) {
    long started = System.nanoTime();
    node.close();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
  }
}
