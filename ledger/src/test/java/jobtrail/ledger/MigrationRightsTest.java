package jobtrail.ledger;

import static jobtrail.ledger.LedgerFixture.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationRightsTest {

  /** Roles belong to the whole server, so these need one where nobody has migrated yet. */
  @Test
  void whoever_may_make_roles_or_not_gets_a_ledger_that_only_grows() throws Exception {
    try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
      DatabaseAddress root =
          new DatabaseAddress(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
      DatabaseAddress humble = database(server, root, "humble", "");
      assertAppendsOnly(humble);
      assertThat(roles(root)).isZero();

      DatabaseAddress maker = database(server, root, "maker", "createrole");
      assertAppendsOnly(maker);
      assertThat(roles(root)).isEqualTo(1);
      assertThat(actsAs(maker)).isEqualTo("jobtrail_app");

      // The role is there, but it is somebody else's.
      DatabaseAddress late = database(server, root, "late", "");
      assertAppendsOnly(late);
      assertThat(actsAs(late)).isEqualTo("late");
    }
  }

  private static DatabaseAddress database(
      EmbeddedPostgres server, DatabaseAddress root, String name, String rights) {
    Sql.run(
        root,
        "create role " + name + " login password 'secret' " + rights,
        "create database " + name + " owner " + name);
    return new DatabaseAddress(server.getJdbcUrl(name, name), name, "secret");
  }

  private static void assertAppendsOnly(DatabaseAddress address) {
    try (LedgerFixture node = new LedgerFixture(address)) {
      node.ledger().append(List.of(event("SN-00001", 0)));
      assertThat(node.bean(Counters.class).take("serial", 2)).isEqualTo(1);
      assertThat(node.bean(Counters.class).take("serial", 1)).isEqualTo(3);
    }
    for (String sql :
        List.of(
            "update ledger.event set name = 'other'",
            "delete from ledger.event",
            "truncate ledger.event")) {
      assertThatThrownBy(() -> Sql.run(address, sql)).hasMessageContaining("insert-only");
    }
  }

  private static long roles(DatabaseAddress root) {
    return Sql.number(root, "select count(*) from pg_roles where rolname = 'jobtrail_app'");
  }

  private static String actsAs(DatabaseAddress address) throws Exception {
    try (var connection = new LedgerConnections(address).open("test");
        var statement = connection.createStatement();
        var row = statement.executeQuery("select current_user")) {
      row.next();
      return row.getString(1);
    }
  }
}
