package jobtrail.query.platform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jobtrail.ledger.Ledger;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What health says of the views: each one's state in the details, started or not for readiness. */
@Configuration(proxyBeanMethods = false)
class ViewHealth {

  /** Details only: a view that lags or stands still does not make the node unready. */
  @Bean
  CompositeHealthContributor viewsHealthContributor(
      List<ViewTables<?>> views, Positions positions, Ledger ledger, ParkedSql parked) {
    Map<String, HealthIndicator> indicators = new HashMap<>();
    Function<String, HealthIndicator> of = view -> () -> stateOf(view, positions, ledger, parked);
    views.forEach(view -> indicators.put(view.name(), of.apply(view.name())));
    return CompositeHealthContributor.fromMap(indicators);
  }

  /** Up once every processor has started; belongs into the readiness group. */
  @Bean
  HealthIndicator viewsStartedHealthIndicator(List<ViewTables<?>> views, Positions positions) {
    return () -> {
      boolean started = positions.processors().size() == views.size();
      for (ViewProcessor processor : positions.processors().values()) {
        started = started && (processor.isRunning() || processor.rebuilding());
      }
      return started ? Health.up().build() : Health.outOfService().build();
    };
  }

  private static Health stateOf(String view, Positions positions, Ledger ledger, ParkedSql parked) {
    ViewProcessor processor = positions.processors().get(view);
    long applied = positions.applied(view);
    long head = Math.max(ledger.knownHead(), applied);
    long parkedEvents = parked.counts().getOrDefault(view, 0L);
    Throwable trouble = processor == null ? null : processor.trouble();
    Health.Builder health =
        trouble == null && parkedEvents == 0 ? Health.up() : Health.status("TROUBLED");
    health
        .withDetail("running", processor != null && processor.isRunning())
        .withDetail("segments", processor == null ? 0 : processor.applied().size())
        .withDetail("position", applied)
        .withDetail("head", head)
        .withDetail("lag", head - applied)
        .withDetail("parked", parkedEvents);
    if (trouble != null) {
      health.withDetail("error", String.valueOf(trouble.getMessage()));
    }
    return health.build();
  }
}
