package jobtrail.ledger;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * Opens connections of their own for those who may not wait for the pool: the writer, and who
 * listens for news.
 */
public final class LedgerConnections {

  /**
   * Acts as the application's role, which may only insert and select events; does nothing where
   * that role could not be made or may not be taken.
   */
  public static final String AS_APPLICATION =
      """
      select set_config('role', 'jobtrail_app', false) from pg_roles
      where rolname = 'jobtrail_app' and pg_has_role(current_user, oid, 'SET')
      """;

  private static final int CONNECT_SECONDS = 5;
  private static final int SOCKET_SECONDS = 10;

  private final DatabaseAddress address;

  public LedgerConnections(DatabaseAddress address) {
    this.address = address;
  }

  /**
   * A new autocommitting connection as the application's role.
   *
   * @param name shown as application_name in the database's list of sessions
   * @throws SQLException when the database cannot be reached
   */
  public Connection open(String name) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", address.username());
    properties.setProperty("password", address.password());
    properties.setProperty("ApplicationName", name);
    properties.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
    properties.setProperty("socketTimeout", Integer.toString(SOCKET_SECONDS));
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("prepareThreshold", "1");
    Connection connection = DriverManager.getConnection(address.url(), properties);
    try (Statement statement = connection.createStatement()) {
      statement.execute(AS_APPLICATION);
      return connection;
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }
}
