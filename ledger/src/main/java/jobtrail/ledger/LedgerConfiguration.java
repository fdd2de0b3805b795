package jobtrail.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The ledger's beans; each side imports them, and needs a {@link DatabaseAddress} beside them. */
@Configuration(proxyBeanMethods = false)
public class LedgerConfiguration {

  private static final long PATIENCE_MILLIS = 5_000;

  @Bean
  DatabaseSchema ledgerSchema() {
    return DatabaseSchema.LEDGER;
  }

  /** The connection pool, opened once every schema is up to date. */
  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(
      DatabaseAddress address,
      List<DatabaseSchema> schemas,
      @Value("${jobtrail.database.pool-size:16}") int poolSize) {
    schemas.stream()
        .sorted(Comparator.comparingInt(DatabaseSchema::order))
        .forEach(schema -> schema.migrate(address));
    HikariConfig config = new HikariConfig();
    config.setPoolName("jobtrail");
    config.setJdbcUrl(address.url());
    config.setUsername(address.username());
    config.setPassword(address.password());
    config.setMaximumPoolSize(poolSize);
    config.setMinimumIdle(poolSize);
    config.setConnectionTimeout(PATIENCE_MILLIS);
    config.setConnectionInitSql(LedgerConnections.AS_APPLICATION);
    config.addDataSourceProperty("ApplicationName", "jobtrail");
    config.addDataSourceProperty("prepareThreshold", "1");
    config.addDataSourceProperty("reWriteBatchedInserts", "true");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    // A server that vanished without a word is noticed; rebuilding a view may keep a statement this
    // long.
    config.addDataSourceProperty("socketTimeout", "60");
    return new HikariDataSource(config);
  }

  @Bean
  LedgerConnections ledgerConnections(DatabaseAddress address) {
    return new LedgerConnections(address);
  }

  @Bean(destroyMethod = "close")
  Ledger ledger(
      DataSource dataSource, LedgerConnections connections, ObjectProvider<MeterRegistry> meters) {
    KnownHead head = new KnownHead();
    LedgerNews news = new LedgerNews(connections, head);
    LedgerMetrics metrics =
        new LedgerMetrics(meters.getIfAvailable(() -> Metrics.globalRegistry), news::stored);
    GroupCommitWriter writer =
        new GroupCommitWriter(connections, Clock.systemUTC(), PATIENCE_MILLIS, metrics);
    Ledger ledger = new Ledger(dataSource, writer, news, head);
    try {
      ledger.head();
      return ledger;
    } catch (LedgerUnavailable e) {
      ledger.close();
      throw e;
    }
  }

  @Bean
  SubjectKeys subjectKeys(DataSource dataSource) {
    return new SubjectKeys(new SubjectKeySql(dataSource));
  }

  /** One way of writing for events, tokens and snapshots alike; Axon takes it for all three. */
  @Bean
  @Primary
  StoredNamesSerializer storedNamesSerializer(SubjectKeys keys) {
    return new StoredNamesSerializer(keys);
  }

  @Bean
  EventTranslator eventTranslator(StoredNamesSerializer serializer) {
    return new EventTranslator(serializer);
  }

  @Bean
  FreshStreams freshStreams(@Value("${jobtrail.ledger.fresh-streams:200000}") long most) {
    return new FreshStreams(most);
  }

  @Bean
  LedgerStorageEngine ledgerStorageEngine(
      Ledger ledger,
      EventTranslator translator,
      DataSource dataSource,
      StoredNamesSerializer serializer,
      FreshStreams fresh) {
    return new LedgerStorageEngine(
        ledger, translator, new SnapshotSql(dataSource, serializer), fresh);
  }

  @Bean
  LedgerMessageSource ledgerMessageSource(
      Ledger ledger, EventTranslator translator, LedgerStorageEngine engine) {
    return new LedgerMessageSource(ledger, new LedgerPages(ledger, translator), engine);
  }

  @Bean
  EventStore eventStore(LedgerStorageEngine engine, LedgerMessageSource source) {
    return LedgerEventStore.over(engine, source);
  }

  @Bean
  Counters counters(DataSource dataSource) {
    return new Counters(dataSource);
  }

  /** Told as {@code ledger} under /actuator/health. */
  @Bean
  LedgerHealth ledgerHealthIndicator(Ledger ledger) {
    return new LedgerHealth(ledger);
  }
}
