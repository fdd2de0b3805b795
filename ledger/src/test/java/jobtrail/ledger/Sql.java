package jobtrail.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Plain SQL for tests, each call on a connection of its own. */
final class Sql {

  private Sql() {}

  static Connection connect(DatabaseAddress address) throws SQLException {
    return DriverManager.getConnection(address.url(), address.username(), address.password());
  }

  static void run(DatabaseAddress address, String... statements) {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static long number(DatabaseAddress address, String sql) {
    return Long.parseLong(texts(address, sql).getFirst());
  }

  /** The first column of each row. */
  static List<String> texts(DatabaseAddress address, String sql) {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(String.valueOf(rows.getString(1)));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Ends the sessions with this application_name in the address's database. */
  static long cut(DatabaseAddress address, String applicationName) {
    return number(
        address,
        "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and application_name = '%s'"
            .formatted(applicationName));
  }
}
