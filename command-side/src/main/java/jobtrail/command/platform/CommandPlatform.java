package jobtrail.command.platform;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.observation.ObservationPredicate;
import java.time.Clock;
import java.util.regex.Pattern;
import jobtrail.http.DirectAnswers;
import jobtrail.http.DirectBodies;
import jobtrail.http.FormAddress;
import jobtrail.http.HttpConfiguration;
import jobtrail.ledger.EventTranslator;
import jobtrail.ledger.Ledger;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.common.lock.PessimisticLockFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.observation.ServerRequestObservationContext;

/** The command side's plumbing. */
@Configuration(proxyBeanMethods = false)
class CommandPlatform {

  /** Under this bean name aggregates find their cache. */
  static final String CACHE = "aggregateCache";

  @Bean(CACHE)
  AggregateCache aggregateCache(
      @Value("${jobtrail.command.cached-aggregates:200000}") long mostAggregates) {
    return new AggregateCache(mostAggregates);
  }

  /**
   * Under this bean name aggregates find their locks; nobody waits for one longer than for the
   * ledger.
   */
  @Bean("aggregateLocks")
  LockFactory aggregateLocks() {
    return PessimisticLockFactory.builder()
        .acquireAttempts(500)
        .lockAttemptTimeout(10)
        .queueLengthThreshold(Integer.MAX_VALUE)
        .build();
  }

  /** Under this bean name aggregates find who reads the address of a command. */
  @Bean("addressedCommands")
  AddressedCommands addressedCommands() {
    return new AddressedCommands();
  }

  /**
   * No transaction around a command: its events are durable when the ledger's group commits, and it
   * writes nothing else. Events take over who, where and when from their command, and nothing else.
   */
  @Bean
  CommandBus commandBus() {
    CommandBus bus =
        SimpleCommandBus.builder().transactionManager(NoTransactionManager.instance()).build();
    bus.registerHandlerInterceptor(
        new CorrelationDataInterceptor<>(message -> Deliberation.carried()));
    return bus;
  }

  /** What time it is here; for the rules that ask, which never look at a clock themselves. */
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Routes routes(
      Ledger ledger,
      EventTranslator translator,
      @Value("${jobtrail.command.cached-routes:50000}") long mostRoutes) {
    return new Routes(ledger, translator, mostRoutes);
  }

  @Bean(destroyMethod = "close")
  RouteFollower routeFollower(Routes routes, Ledger ledger) {
    return new RouteFollower(routes, ledger);
  }

  @Bean
  CommandDesk commandDesk(
      CommandGateway gateway,
      Ledger ledger,
      @Qualifier(CACHE) AggregateCache cache,
      Routes routes,
      ObjectProvider<MeterRegistry> meters) {
    return new CommandDesk(
        gateway, ledger, cache, routes, meters.getIfAvailable(() -> Metrics.globalRegistry));
  }

  @Bean
  KnownStreams knownStreams(
      Ledger ledger,
      Routes routes,
      @Value("${jobtrail.command.remembered-jobs:100000}") long mostIds) {
    return new KnownStreams(ledger, routes, mostIds);
  }

  @Bean
  ManyStreams manyStreams(
      Ledger ledger, EventTranslator translator, @Qualifier("aggregateLocks") LockFactory locks) {
    return new ManyStreams(ledger, translator, locks);
  }

  @Bean
  NewIds newIds() {
    return new NewIds();
  }

  @Bean
  CallerArgument callerArgument(Clock clock) {
    return new CallerArgument(clock);
  }

  @Bean
  PlainCommands plainCommands(CallerArgument callers, DirectBodies bodies, DirectAnswers answers) {
    return new PlainCommands(callers, bodies, answers);
  }

  @Bean
  FilterRegistrationBean<PlainCommands> plainCommandsFilter(PlainCommands plain) {
    FilterRegistrationBean<PlainCommands> filter = new FilterRegistrationBean<>(plain);
    filter.addUrlPatterns("/api/*");
    filter.setOrder(HttpConfiguration.GATE_ORDER + 10);
    return filter;
  }

  /** The customer's pages have the only forms. */
  @Bean
  FormAddress customerForms() {
    return new FormAddress(Pattern.compile("/customer/.*"));
  }

  @Bean
  CallerDescription callerDescription() {
    return new CallerDescription();
  }

  @Bean
  CommandRefusals commandRefusals(Ledger ledger) {
    return new CommandRefusals(ledger);
  }

  @Bean
  NewEnoughRoutes newEnoughRoutes(Routes routes) {
    return new NewEnoughRoutes(routes);
  }

  /** Before whatever may refuse a request. */
  @Bean
  FilterRegistrationBean<PositionFilter> positionFilter(Ledger ledger) {
    FilterRegistrationBean<PositionFilter> filter =
        new FilterRegistrationBean<>(new PositionFilter(ledger));
    filter.addUrlPatterns("/api/*");
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
    return filter;
  }

  /**
   * Moves are timed as commands, by kind and outcome; timing each as a request too took a twentieth
   * of its time.
   */
  @Bean
  ObservationPredicate movesAreTimedOnce() {
    return (name, context) ->
        !(context instanceof ServerRequestObservationContext request
            && request.getCarrier() != null
            && HttpMethod.POST.matches(request.getCarrier().getMethod())
            && request.getCarrier().getRequestURI().endsWith("/advance"));
  }
}
