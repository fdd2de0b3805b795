package jobtrail.ledger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A node's ledger without an application around it: starts in no time, and takes any clock. */
final class BareLedger implements AutoCloseable {

  private static final long PATIENCE_MILLIS = 5_000;

  final Ledger ledger;
  final GroupCommitWriter writer;
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  BareLedger(DatabaseAddress address) {
    this(address, Clock.systemUTC());
  }

  BareLedger(DatabaseAddress address, Clock clock) {
    LedgerConnections connections = new LedgerConnections(address);
    KnownHead head = new KnownHead();
    LedgerNews news = new LedgerNews(connections, head);
    writer =
        new GroupCommitWriter(
            connections, clock, PATIENCE_MILLIS, new LedgerMetrics(meters, news::stored));
    ledger = new Ledger(dataSource(address), writer, news, head);
  }

  static DataSource dataSource(DatabaseAddress address) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(address.url());
    source.setUser(address.username());
    source.setPassword(address.password());
    return source;
  }

  /** How many groups another node was faster with. */
  double misses() {
    return meters.get("jobtrail.ledger.misses").counter().count();
  }

  @Override
  public void close() {
    ledger.close();
  }
}
