package jobtrail.query;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import jobtrail.ledger.DatabaseAddress;

/** What only the database's owner may do, and a look into the tables. */
final class Database {

  private static final List<String> TABLES =
      List.of("job", "path", "serial", "serial_override", "path_progress", "step_progress");

  private Database() {}

  static void execute(DatabaseAddress address, String sql) {
    try (Connection connection =
            DriverManager.getConnection(address.url(), address.username(), address.password());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every row of every view, in the order of their text. */
  static List<String> views(DatabaseAddress address) {
    List<String> rows = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(address.url(), address.username(), address.password());
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        try (ResultSet found =
            statement.executeQuery(
                "select '%1$s ' || t::text from views.%1$s t order by 1".formatted(table))) {
          while (found.next()) {
            rows.add(found.getString(1));
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return rows;
  }
}
