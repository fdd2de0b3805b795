package jobtrail.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import jobtrail.ledger.DatabaseAddress;

/** What a test wants to know of the PostgreSQL servers on this machine. */
final class Servers {

  private Servers() {}

  /** Process numbers of all servers that were told to work in the cluster of {@code directory}. */
  static List<Long> on(Path directory) throws IOException {
    Path cluster = directory.toRealPath().resolve("postgres");
    return ProcessHandle.allProcesses()
        .filter(process ->
            List.of(process.info().arguments().orElse(new String[0])).contains(cluster.toString()))
        .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
        .map(ProcessHandle::pid)
        .toList();
  }

  /** Ends what a killed process left behind. */
  static void stopAllOn(Path directory) throws IOException {
    if (Files.exists(directory)) {
      for (long server : on(directory)) {
        ProcessHandle.of(server)
            .ifPresent(process -> {
              process.destroyForcibly();
              process.onExit().join();
            });
      }
    }
  }

  static DatabaseAddress addressOn(Path directory) throws IOException {
    String port = Files.readString(directory.resolve("port")).strip();
    String password = Files.readString(directory.resolve("password")).strip();
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:" + port + "/jobtrail", "jobtrail", password);
  }

  static String ask(DatabaseAddress address, String question) throws SQLException {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      answer.next();
      return String.valueOf(answer.getString(1));
    }
  }

  static void tell(DatabaseAddress address, String order) throws SQLException {
    try (Connection connection = connect(address);
        Statement statement = connection.createStatement()) {
      statement.execute(order);
    }
  }

  private static Connection connect(DatabaseAddress address) throws SQLException {
    return DriverManager.getConnection(address.url(), address.username(), address.password());
  }
}
