package jobtrail.ledger;

import static jobtrail.ledger.LedgerFixture.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupMatesTest {

  private final DatabaseAddress address = TestPostgres.freshLedger();

  @Test
  void a_collision_fails_only_its_own_command() throws Exception {
    try (BareLedger node = new BareLedger(address)) {
      node.ledger.append(List.of(event("SN-00001", 0)));

      List<CompletableFuture<Appended>> group =
          together(
              node,
              List.of(event("SN-00002", 0), event("SN-00002", 1)),
              List.of(event("SN-00003", 0), event("SN-00001", 0)),
              List.of(event("SN-00004", 0)));

      assertThat(group.get(0).join().firstPosition()).isEqualTo(3);
      assertThatThrownBy(group.get(1)::join)
          .isInstanceOf(CompletionException.class)
          .hasCauseInstanceOf(StreamConflict.class);
      assertThat(group.get(2).join().lastPosition()).isEqualTo(5);
      assertThat(node.ledger.stream("SN-00003", 0)).isEmpty();
      Truths.hold(node.ledger);
    }
  }

  @Test
  void two_claims_on_one_place_are_settled_within_the_group() throws Exception {
    try (BareLedger node = new BareLedger(address)) {
      List<CompletableFuture<Appended>> group =
          together(
              node,
              List.of(event("SN-00001", 0)),
              List.of(event("SN-00001", 0)),
              List.of(event("SN-00002", 0)));

      assertThat(group.get(0).join().firstPosition()).isEqualTo(2);
      assertThatThrownBy(group.get(1)::join).hasCauseInstanceOf(StreamConflict.class);
      assertThat(group.get(2).join().firstPosition()).isEqualTo(3);
    }
  }

  @Test
  void what_the_database_refuses_takes_no_mate_with_it() throws Exception {
    NewEvent unfit =
        new NewEvent(
            null, "serial", "SN-00002", 0, UUID.randomUUID().toString(), "unfit", 1, "{", "{}");
    try (BareLedger node = new BareLedger(address)) {
      List<CompletableFuture<Appended>> group =
          together(
              node, List.of(event("SN-00001", 0)), List.of(unfit), List.of(event("SN-00003", 0)));

      assertThat(group.get(0).join().firstPosition()).isEqualTo(2);
      assertThatThrownBy(group.get(1)::join).hasCauseInstanceOf(IllegalStateException.class);
      assertThat(group.get(2).join().firstPosition()).isEqualTo(3);
      Truths.hold(node.ledger);
    }
  }

  @Test
  void half_a_character_is_refused_or_kept_provable_but_never_both() throws Exception {
    NewEvent half =
        new NewEvent(
            null, "serial", "SN-00002", 0, "half-1", "unfit", 1, "{\"name\":\"\ud83e\"}", "{}");
    try (BareLedger node = new BareLedger(address)) {
      List<CompletableFuture<Appended>> group =
          together(
              node, List.of(event("SN-00001", 0)), List.of(half), List.of(event("SN-00003", 0)));

      group.get(0).join();
      boolean refused = group.get(1).handle((appended, why) -> why != null).join();
      group.get(2).join();
      assertThat(node.ledger.stream("SN-00002", 0)).hasSize(refused ? 0 : 1);
      Truths.hold(node.ledger);
    }
  }

  @Test
  void one_command_that_claims_a_place_twice_is_a_conflict() {
    try (BareLedger node = new BareLedger(address)) {
      assertThatThrownBy(
              () -> node.ledger.append(List.of(event("SN-00001", 0), event("SN-00001", 0))))
          .isInstanceOf(StreamConflict.class);
      assertThat(node.ledger.append(List.of(event("SN-00001", 0))).firstPosition()).isEqualTo(1);
    }
  }

  @Test
  void a_command_larger_than_a_group_goes_whole_and_alone() throws Exception {
    List<NewEvent> large =
        IntStream.rangeClosed(0, GroupCommitWriter.GROUP_LIMIT)
            .mapToObj(i -> event("SN-00002", i))
            .toList();
    try (BareLedger node = new BareLedger(address)) {
      List<CompletableFuture<Appended>> group =
          together(node, List.of(event("SN-00001", 0)), large, List.of(event("SN-00003", 0)));

      assertThat(group.get(1).join().lastPosition() - group.get(1).join().firstPosition())
          .isEqualTo(GroupCommitWriter.GROUP_LIMIT);
      group.forEach(CompletableFuture::join);
      assertThat(node.meters.get("jobtrail.ledger.group.commands").summary().max()).isEqualTo(1);
      Truths.hold(node.ledger);
    }
  }

  /** Holds the writer up with a first command until all the others wait behind it, in order. */
  @SafeVarargs
  private List<CompletableFuture<Appended>> together(BareLedger node, List<NewEvent>... commands)
      throws Exception {
    List<CompletableFuture<Appended>> outcomes = new ArrayList<>();
    try (Connection blocker = Sql.connect(address);
        Statement statement = blocker.createStatement()) {
      statement.execute("select pg_advisory_lock(" + LedgerSql.LEAD_LOCK + ")");
      CompletableFuture<Appended> held = send(node, List.of(event("held", 0)));
      await()
          .until(() ->
              Sql.number(
                      address,
                      "select count(*) from pg_locks where locktype = 'advisory' and not granted"
                          + " and database = (select oid from pg_database where datname = current_database())")
                  == 1);
      for (List<NewEvent> command : commands) {
        outcomes.add(send(node, command));
        await().until(() -> node.writer.waiting() == outcomes.size());
      }
      statement.execute("select pg_advisory_unlock(" + LedgerSql.LEAD_LOCK + ")");
      held.join();
    }
    return outcomes;
  }

  private static CompletableFuture<Appended> send(BareLedger node, List<NewEvent> command) {
    return CompletableFuture.supplyAsync(
        () -> node.ledger.append(command), Thread::startVirtualThread);
  }
}
