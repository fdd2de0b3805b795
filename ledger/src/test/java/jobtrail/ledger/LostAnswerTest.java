package jobtrail.ledger;

import static jobtrail.ledger.LedgerFixture.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("It watches the clock.")
class LostAnswerTest {

  private static final String WAITING_WRITERS =
      "from pg_stat_activity where datname = current_database() and application_name = 'jobtrail ledger writer'"
          + " and wait_event_type = 'Lock'";

  private final DatabaseAddress address = TestPostgres.freshLedger();
  private final Wire wire;
  private final BareLedger node;

  LostAnswerTest() throws Exception {
    wire = new Wire(address);
    node = new BareLedger(wire.over(address));
  }

  @BeforeEach
  void begin() {
    node.ledger.append(List.of(event("SN-00001", 0)));
  }

  @AfterEach
  void close() throws Exception {
    node.close();
    wire.close();
  }

  @Test
  void what_is_in_although_the_answer_was_lost_is_acknowledged() throws Exception {
    wire.loseAnswers();
    CompletableFuture<Appended> appended = append("SN-00001", 1);
    await().until(() -> stored() == 2);
    assertThat(appended).isNotDone();
    wire.cut();

    assertThat(appended.get(5, TimeUnit.SECONDS).firstPosition()).isEqualTo(2);
    assertStored(2);
  }

  @Test
  void what_never_arrived_is_sent_again() throws Exception {
    wire.loseRequests();
    CompletableFuture<Appended> appended = append("SN-00001", 1);
    await().until(wire::lost);
    wire.cut();

    assertThat(appended.get(5, TimeUnit.SECONDS).firstPosition()).isEqualTo(2);
    assertStored(2);
  }

  @Test
  void what_another_node_was_faster_with_is_numbered_again() throws Exception {
    wire.loseRequests();
    CompletableFuture<Appended> appended = append("SN-00001", 1);
    await().until(wire::lost);
    try (BareLedger other = new BareLedger(address)) {
      other.ledger.append(List.of(event("SN-00002", 0)));
    }
    wire.cut();

    assertThat(appended.get(5, TimeUnit.SECONDS).firstPosition()).isEqualTo(3);
    assertStored(3);
  }

  @Test
  void what_another_node_made_impossible_is_a_conflict() throws Exception {
    wire.loseRequests();
    CompletableFuture<Appended> appended = append("SN-00001", 1);
    await().until(wire::lost);
    try (BareLedger other = new BareLedger(address)) {
      other.ledger.append(List.of(event("SN-00001", 1)));
    }
    wire.cut();

    assertThatThrownBy(() -> appended.get(5, TimeUnit.SECONDS))
        .hasCauseInstanceOf(StreamConflict.class);
    assertStored(2);
  }

  @Test
  void a_first_try_that_is_still_at_work_is_not_taken_for_failed() throws Exception {
    CompletableFuture<Appended> appended;
    try (Connection blocker = Sql.connect(address);
        Statement statement = blocker.createStatement()) {
      blocker.setAutoCommit(false);
      statement.execute("lock table ledger.event in exclusive mode");
      appended = append("SN-00001", 1);
      awaitWaitingWriters(1);
      wire.cut();
      awaitWaitingWriters(2);
      // The second try is answered, but with an error that says nothing about the first.
      Sql.run(
          address,
          "select pg_cancel_backend(pid) "
              + WAITING_WRITERS
              + " order by backend_start desc limit 1");
      awaitWaitingWriters(2);
      blocker.rollback();
    }

    assertThat(appended.get(5, TimeUnit.SECONDS).firstPosition()).isEqualTo(2);
    assertStored(2);
    assertThat(node.ledger.append(List.of(event("SN-00001", 2))).firstPosition()).isEqualTo(3);
  }

  @Test
  void a_database_that_stays_away_leaves_one_outcome_unknown_and_the_rest_unstored()
      throws Exception {
    wire.loseAnswers();
    CompletableFuture<Appended> unknown = append("SN-00001", 1);
    await().until(() -> stored() == 2);
    wire.takeDown();
    await().until(() -> !node.ledger.writable());
    long started = System.nanoTime();
    CompletableFuture<Appended> later = append("SN-00002", 0);

    assertThatThrownBy(() -> unknown.get(7, TimeUnit.SECONDS))
        .hasCauseInstanceOf(OutcomeUnknown.class);
    assertThatThrownBy(() -> later.get(7, TimeUnit.SECONDS))
        .hasCauseInstanceOf(LedgerUnavailable.class);
    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started)).isLessThan(6_000);

    wire.mend();
    await().until(node.ledger::writable);
    assertThat(append("SN-00001", 2).get(5, TimeUnit.SECONDS).firstPosition()).isEqualTo(3);
    assertStored(3);
  }

  private CompletableFuture<Appended> append(String stream, long number) {
    return CompletableFuture.supplyAsync(
        () -> node.ledger.append(List.of(event(stream, number))), Thread::startVirtualThread);
  }

  private long stored() {
    return Sql.number(address, "select count(*) from ledger.event");
  }

  private void awaitWaitingWriters(int count) {
    await().until(() -> Sql.number(address, "select count(*) " + WAITING_WRITERS) == count);
  }

  private void assertStored(int count) {
    try (BareLedger reader = new BareLedger(address)) {
      assertThat(Truths.hold(reader.ledger)).hasSize(count);
    }
  }
}
