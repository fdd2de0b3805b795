package jobtrail.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.util.Collection;
import org.junit.jupiter.api.Test;

class OpenSnapshotTest {

  @Test
  void appending_beside_an_open_snapshot_leaves_nothing_to_clean_up() throws Exception {
    DatabaseAddress address = TestPostgres.freshLedger();
    try (Connection held = SnapshotHeldOpen.snapshot(address);
        BareLedger node = new BareLedger(address)) {
      assertThat(held.isValid(1)).isTrue();
      Collection<Crowd.Told> told =
          Crowd.start(node.ledger, 16, Crowd.ONE_EVENT, count -> count < 250).told();

      assertThat(told).hasSize(4_000).allMatch(Crowd.Told::acknowledged);
      await().until(() -> Sql.number(address, "select n_tup_ins from " + STATS) == 4_000);
      assertThat(Sql.number(address, "select n_dead_tup + n_tup_upd + n_tup_del from " + STATS))
          .isZero();
      // Nor is there another table that every append rewrites.
      assertThat(
              Sql.number(
                  address,
                  "select coalesce(sum(n_dead_tup), 0) from pg_stat_user_tables where schemaname = 'ledger'"))
          .isZero();
    }
  }

  private static final String STATS =
      "pg_stat_user_tables where schemaname = 'ledger' and relname = 'event'";
}
