package jobtrail.ledger;

import static jobtrail.ledger.LedgerFixture.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsertOnlyTest {

  /** One for all: whatever is refused leaves it as it was. */
  private static final DatabaseAddress ADDRESS = TestPostgres.freshLedger();

  @BeforeAll
  static void store_an_event() {
    try (BareLedger node = new BareLedger(ADDRESS)) {
      node.ledger.append(List.of(event("SN-00001", 0)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update ledger.event set name = 'other'",
        "update ledger.event set name = 'other' where false",
        "delete from ledger.event",
        "truncate ledger.event",
        "truncate ledger.event cascade",
        "insert into ledger.event select * from ledger.event on conflict (position) do update set name = 'other'",
        "merge into ledger.event e using ledger.event f on e.position = f.position when matched then delete"
      })
  void nobody_changes_a_stored_event(String sql) throws Exception {
    assertRefused("set role jobtrail_app", sql);
    assertRefused("reset role", sql);
    assertRefused("set session_replication_role = replica", sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop trigger event_is_insert_only on ledger.event",
        "alter table ledger.event disable trigger all",
        "drop table ledger.event",
        "create or replace function ledger.refuse_change() returns trigger language plpgsql as 'begin return null; end'",
        "set session_replication_role = replica",
        "alter table ledger.event add column more text"
      })
  void the_application_cannot_lift_the_ban(String sql) throws Exception {
    assertRefused("set role jobtrail_app", sql);
  }

  @Test
  void writer_and_pool_act_as_the_application() {
    try (LedgerFixture node = new LedgerFixture(ADDRESS)) {
      assertThat(
              Sql.number(ADDRESS, "select count(*) from pg_roles where rolname = 'jobtrail_app'"))
          .isEqualTo(1);
      assertThatThrownBy(() -> run(node.bean(javax.sql.DataSource.class).getConnection()))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> run(new LedgerConnections(ADDRESS).open("test")))
          .hasMessageContaining("permission denied");
    }
  }

  private static void run(Connection connection) throws SQLException {
    try (connection;
        Statement statement = connection.createStatement()) {
      statement.execute("delete from ledger.event");
    }
  }

  private void assertRefused(String as, String sql) throws SQLException {
    try (Connection connection = Sql.connect(ADDRESS);
        Statement statement = connection.createStatement()) {
      statement.execute(as);
      // The database's word for it: insufficient privilege.
      assertThatThrownBy(() -> statement.execute(sql))
          .asInstanceOf(
              org.assertj.core.api.InstanceOfAssertFactories.throwable(SQLException.class))
          .extracting(SQLException::getSQLState)
          .isEqualTo("42501");
    }
    assertThat(Sql.texts(ADDRESS, "select name from ledger.event"))
        .containsExactly("test.happened");
  }
}
