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

  /** Tables that tell how far the views are, not what is in them. */
  private static final String TABLES =
      """
      select tablename from pg_tables where schemaname = 'views'
        and tablename not in ('token', 'applied', 'parked') and tablename not like 'flyway%' order by 1
      """;

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
    for (String table : texts(address, TABLES)) {
      rows.addAll(
          texts(
              address, "select '%1$s ' || t::text from views.%1$s t order by 1".formatted(table)));
    }
    return rows;
  }

  /** The names of all views. */
  static List<String> viewNames(DatabaseAddress address) {
    return texts(address, "select distinct processor from views.token order by 1");
  }

  /** The first column of what a question finds. */
  static List<String> texts(DatabaseAddress address, String sql) {
    List<String> texts = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection(address.url(), address.username(), address.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return texts;
  }
}
