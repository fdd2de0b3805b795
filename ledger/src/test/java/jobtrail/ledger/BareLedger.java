package jobtrail.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A node's ledger without an application around it: starts in no time, and takes any clock. */
final class BareLedger implements AutoCloseable {

  private static final long PATIENCE_MILLIS = 5_000;

  final Ledger ledger;
  final GroupCommitWriter writer;
  final LedgerPages pages;
  final LedgerMessageSource source;
  private final HikariDataSource pool;
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
    HikariConfig config = new HikariConfig();
    config.setDataSource(dataSource(address));
    config.setMaximumPoolSize(8);
    config.setMinimumIdle(0);
    config.setInitializationFailTimeout(-1);
    pool = new HikariDataSource(config);
    ledger = new Ledger(pool, writer, news, head);
    SubjectKeys keys = new SubjectKeys(new SubjectKeySql(pool));
    StoredNamesSerializer serializer = new StoredNamesSerializer(keys);
    EventTranslator translator = new EventTranslator(serializer);
    pages = new LedgerPages(ledger, translator);
    source =
        new LedgerMessageSource(
            ledger,
            pages,
            new LedgerStorageEngine(
                ledger, translator, new SnapshotSql(pool, serializer), new FreshStreams(1_000)));
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
    pool.close();
  }
}
