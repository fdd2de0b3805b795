package jobtrail.ledger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/**
 * A PostgreSQL that forgets nothing, for measuring; those of the tests spare themselves the disk.
 */
final class DurablePostgres implements AutoCloseable {

  private final EmbeddedPostgres server;

  DurablePostgres() throws IOException {
    server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("shared_buffers", "1GB")
            .setServerConfig("max_wal_size", "8GB")
            .start();
  }

  DatabaseAddress freshLedger() {
    DatabaseAddress address =
        new DatabaseAddress(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
    DatabaseSchema.LEDGER.migrate(address);
    return address;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
