package jobtrail.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** One real PostgreSQL for all tests of a JVM; each test takes a database of its own from it. */
public final class TestPostgres {

  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final Map<List<DatabaseSchema>, String> TEMPLATES = new ConcurrentHashMap<>();

  private TestPostgres() {}

  /** A fresh, empty database, owned by the server's superuser. */
  public static DatabaseAddress freshDatabase() {
    return create("");
  }

  /**
   * A fresh database with an empty ledger in it and these empty schemas beside it, copied rather
   * than migrated.
   */
  public static DatabaseAddress freshLedger(DatabaseSchema... beside) {
    return create(
        " template " + TEMPLATES.computeIfAbsent(List.of(beside), TestPostgres::template));
  }

  private static DatabaseAddress create(String how) {
    String name = "jobtrail_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
    Sql.run(address("postgres"), "create database " + name + how);
    return address(name);
  }

  private static String template(List<DatabaseSchema> beside) {
    DatabaseAddress fresh = freshDatabase();
    DatabaseSchema.LEDGER.migrate(fresh);
    beside.forEach(schema -> schema.migrate(fresh));
    return nameOf(fresh);
  }

  /** Lets nobody in any more and sends away who is there, or lets everybody in again. */
  public static void closed(DatabaseAddress address, boolean closed) {
    DatabaseAddress beside = address("postgres");
    Sql.run(beside, "alter database " + nameOf(address) + " allow_connections " + !closed);
    if (closed) {
      Sql.run(
          beside,
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
              + nameOf(address)
              + "'");
    }
  }

  private static String nameOf(DatabaseAddress address) {
    return address.url().replaceAll(".*/([^?]*).*", "$1");
  }

  private static DatabaseAddress address(String database) {
    return new DatabaseAddress(url(database), "postgres", "postgres");
  }

  private static String url(String database) {
    return Server.RUNNING.getJdbcUrl("postgres", database);
  }

  private static final class Server {

    static final EmbeddedPostgres RUNNING = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("max_connections", "300")
            .setServerConfig("shared_buffers", "256MB")
            .setServerConfig("max_wal_size", "2GB")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
