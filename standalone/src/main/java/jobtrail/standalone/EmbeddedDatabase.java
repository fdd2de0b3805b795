package jobtrail.standalone;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jobtrail.ledger.DatabaseAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The PostgreSQL that Jobtrail brings along, running from {@link #start} to {@link #close}. */
final class EmbeddedDatabase implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final String DATABASE = "jobtrail";

  /** All of a stop is over after 15 s: so long for everything else, so long for the server. */
  private static final Duration FOR_THE_REST = Duration.ofSeconds(9);

  private static final Duration FOR_THE_SERVER = Duration.ofSeconds(3);

  private final DataDirectory data;
  private final PostgresServer server;
  private final DatabaseAddress address;
  private final Thread lastResort;
  private final CountDownLatch closed;

  private EmbeddedDatabase(
      DataDirectory data,
      PostgresServer server,
      DatabaseAddress address,
      Thread lastResort,
      CountDownLatch closed) {
    this.data = data;
    this.server = server;
    this.address = address;
    this.lastResort = lastResort;
    this.closed = closed;
  }

  static EmbeddedDatabase start(Path directory) {
    DataDirectory data = DataDirectory.claim(directory);
    boolean started = false;
    try {
      PostgresServer server = new PostgresServer(data, PostgresBinaries.unpackedInto(data.path()));
      CountDownLatch closed = new CountDownLatch(1);
      Thread lastResort = lastResort(server, closed);
      try {
        int port = server.start();
        DatabaseAddress address = address(port, DATABASE, data.password());
        createDatabase(port, data.password());
        started = true;
        LOG.info("PostgreSQL runs on port {} with its data in {}", port, data.path());
        return new EmbeddedDatabase(data, server, address, lastResort, closed);
      } finally {
        if (!started) {
          server.stop(FOR_THE_SERVER);
          disarm(lastResort, closed);
        }
      }
    } catch (IOException | SQLException cause) {
      throw new DatabaseUnavailable(
          "The embedded PostgreSQL did not start in " + data.path() + ": " + cause.getMessage(),
          "Check that the disk has room and the folder is yours; " + data.log() + " may say more.",
          cause);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailable("The start was interrupted.", "Start again.", stopped);
    } finally {
      if (!started) {
        data.close();
      }
    }
  }

  DatabaseAddress address() {
    return address;
  }

  Path directory() {
    return data.path();
  }

  @Override
  public void close() {
    try {
      server.stop(FOR_THE_REST);
      LOG.info("PostgreSQL stopped");
    } catch (IOException cause) {
      LOG.warn(
          "PostgreSQL in {} could not be stopped; the next start will do it", data.path(), cause);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    } finally {
      disarm(lastResort, closed);
      data.close();
    }
  }

  /**
   * Stops the server and the process when an orderly stop hangs, as it may while the application
   * still starts.
   */
  private static Thread lastResort(PostgresServer server, CountDownLatch closed) {
    Thread thread =
        new Thread(
            () -> {
              try {
                if (!closed.await(FOR_THE_REST.toSeconds(), TimeUnit.SECONDS)) {
                  server.stop(FOR_THE_SERVER);
                  Runtime.getRuntime().halt(143);
                }
              } catch (IOException | InterruptedException giveUp) {
                Runtime.getRuntime().halt(143);
              }
            },
            "embedded-postgres-last-resort");
    Runtime.getRuntime().addShutdownHook(thread);
    return thread;
  }

  private static void disarm(Thread lastResort, CountDownLatch closed) {
    closed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(lastResort);
    } catch (IllegalStateException alreadyStopping) {
      // Then it has seen the latch and ends by itself.
    }
  }

  private static DatabaseAddress address(int port, String database, String password) {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, PostgresServer.OWNER, password);
  }

  private static void createDatabase(int port, String password) throws SQLException {
    DatabaseAddress template = address(port, "postgres", password);
    try (Connection connection =
            DriverManager.getConnection(template.url(), template.username(), template.password());
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select 1 from pg_database where datname = '" + DATABASE + "'")) {
      if (!found.next()) {
        statement.execute("create database " + DATABASE);
      }
    }
  }
}
