package jobtrail.query.platform;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntConsumer;
import javax.sql.DataSource;
import jobtrail.ledger.DatabaseSchema;
import jobtrail.ledger.LedgerConnections;
import jobtrail.ledger.LedgerMessageSource;
import jobtrail.ledger.StoredNamesSerializer;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** One pooled streaming processor for each view, with its tokens beside the view. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ViewSettings.class)
class ViewsConfiguration {

  private static final int COORDINATORS = 2;
  private static final long CLAIM_MILLIS = 1_000;
  private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);

  @Bean
  static DatabaseSchema viewsSchema() {
    return new DatabaseSchema("views", "classpath:db/views", 10);
  }

  @Bean
  Positions viewPositions(ViewNode node) {
    return new Positions(node.name());
  }

  /** This node's number, by which the others see whether it lives. */
  @Bean
  ViewNode viewNode() {
    return new ViewNode(ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE));
  }

  @Bean
  JdbcClient viewsJdbc(DataSource dataSource) {
    return JdbcClient.create(dataSource);
  }

  // The data source is asked for, so that the schema is there.
  @Bean(destroyMethod = "close")
  PositionNews viewPositionNews(
      Positions positions, LedgerConnections connections, ViewNode node, DataSource dataSource) {
    return new PositionNews(positions, connections, node);
  }

  @Bean
  GatheringParameters viewGatheringParameters() {
    return new GatheringParameters();
  }

  @Bean(destroyMethod = "shutdownNow")
  CoordinatorPool viewCoordinatorPool() {
    return new CoordinatorPool(COORDINATORS);
  }

  @Bean(destroyMethod = "shutdownNow")
  WorkerPool viewWorkerPool(ViewSettings settings, Positions positions) {
    return new WorkerPool(settings.workers(), positions::moved);
  }

  @Bean
  TokenStore viewTokenStore(
      DataSource dataSource, StoredNamesSerializer serializer, ViewNode node) {
    return JdbcTokenStore.builder()
        .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
        .serializer(serializer)
        .nodeId(node.name())
        .claimTimeout(CLAIM_TIMEOUT)
        .schema(
            TokenSchema.builder()
                .setTokenTable("views.token")
                .setProcessorNameColumn("processor")
                .setSegmentColumn("segment")
                .setTokenColumn("token")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("touched")
                .setOwnerColumn("owner")
                .build())
        .build();
  }

  /** Makes one view's processor around what Axon found of its projection. */
  @Bean
  ViewProcessors viewProcessors(
      ViewSettings settings,
      LedgerMessageSource ledger,
      TokenStore tokens,
      PlatformTransactionManager transactions,
      DataSource dataSource,
      StoredNamesSerializer serializer,
      JdbcClient viewsJdbc,
      CoordinatorPool coordinators,
      WorkerPool workers,
      Positions positions) {
    TransactionManager axonTransactions = new SpringTransactionManager(transactions);
    ConnectionProvider connections = new SpringDataSourceConnectionProvider(dataSource);
    int biteSize = Math.clamp(settings.batch(), 1, Bite.MOST_EVENTS);
    return (view, handlers) -> {
      WatchedSource source = new WatchedSource(ledger, handlers::canHandleType, biteSize);
      ParkedEvents parked =
          new ParkedEvents(
              view.name(),
              letters(view.name(), connections, axonTransactions, serializer),
              viewsJdbc);
      Map<Integer, Long> committed = new ConcurrentHashMap<>();
      IntConsumer released =
          segment -> {
            parked.forget(segment);
            committed.remove(segment);
          };
      ViewInvoker invoker = new ViewInvoker(handlers, released);
      ViewWriter writer = new ViewWriter(view, invoker, parked, tokens, axonTransactions);
      PooledStreamingEventProcessor.Builder axon =
          PooledStreamingEventProcessor.builder()
              .name(view.name())
              .eventHandlerInvoker(invoker)
              .errorHandler(PropagatingErrorHandler.instance())
              .messageSource(source)
              .initialToken(from -> from.createTailToken())
              .tokenStore(tokens)
              .transactionManager(axonTransactions)
              .coordinatorExecutor(coordinators)
              .workerExecutor(workers)
              .initialSegmentCount(settings.segments())
              .tokenClaimInterval(CLAIM_MILLIS)
              .claimExtensionThreshold(CLAIM_MILLIS)
              .batchSize(settings.batch() / biteSize);
      ViewProcessor processor =
          new ViewProcessor(
              axon, view, parked, source, invoker, writer, committed, positions::moved);
      positions.add(processor);
      return processor;
    };
  }

  @Bean
  ConfigurerModule viewProcessing(List<ViewTables<?>> views, ViewProcessors processors) {
    return configurer -> {
      EventProcessingConfigurer processing = configurer.eventProcessing();
      for (ViewTables<?> view : views) {
        processing
            .registerEventProcessor(
                view.name(), (name, configuration, handlers) -> processors.make(view, handlers))
            .registerSequencingPolicy(view.name(), configuration -> new JobSequencing())
            .registerListenerInvocationErrorHandler(
                view.name(), configuration -> PropagatingErrorHandler.instance());
      }
    };
  }

  /** How a view's processor is made. */
  @FunctionalInterface
  interface ViewProcessors {
    ViewProcessor make(ViewTables<?> view, EventHandlerInvoker handlers);
  }

  private static JdbcSequencedDeadLetterQueue<EventMessage<?>> letters(
      String view,
      ConnectionProvider connections,
      TransactionManager transactions,
      StoredNamesSerializer serializer) {
    return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
        .processingGroup(view)
        .connectionProvider(connections)
        .transactionManager(transactions)
        .genericSerializer(serializer)
        .eventSerializer(serializer)
        .maxSequences(Integer.MAX_VALUE)
        .maxSequenceSize(Integer.MAX_VALUE)
        .schema(
            DeadLetterSchema.builder()
                .deadLetterTable("views.parked")
                .deadLetterIdentifierColumn("letter_id")
                .processingGroupColumn("processor")
                .sequenceIdentifierColumn("job_id")
                .sequenceIndexColumn("number")
                .messageTypeColumn("message_type")
                .eventIdentifierColumn("event_id")
                .timestampColumn("recorded_at")
                .payloadTypeColumn("name")
                .payloadRevisionColumn("revision")
                .payloadColumn("payload")
                .metaDataColumn("metadata")
                .aggregateTypeColumn("stream_type")
                .aggregateIdentifierColumn("stream_id")
                .sequenceNumberColumn("sequence_number")
                .tokenTypeColumn("token_type")
                .tokenColumn("token")
                .enqueuedAtColumn("parked_at")
                .lastTouchedColumn("touched_at")
                .processingStartedColumn("processing_started")
                .causeTypeColumn("cause_type")
                .causeMessageColumn("cause")
                .diagnosticsColumn("diagnostics")
                .build())
        .build();
  }
}
