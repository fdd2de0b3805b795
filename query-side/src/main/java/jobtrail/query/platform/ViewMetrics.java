package jobtrail.query.platform;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jobtrail.ledger.Ledger;
import jobtrail.ledger.StoredEvent;
import org.springframework.stereotype.Component;

/** What the views tell the shop's monitoring: how far behind they are, how much they have done. */
@Component
class ViewMetrics implements MeterBinder {

  private final List<ViewTables<?>> views;
  private final Positions positions;
  private final Ledger ledger;

  ViewMetrics(List<ViewTables<?>> views, Positions positions, Ledger ledger) {
    this.views = views;
    this.positions = positions;
    this.ledger = ledger;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (ViewTables<?> view : views) {
      String name = view.name();
      Gauge.builder("jobtrail.view.lag.events", () -> lagInEvents(name))
          .description("Events in the ledger that are not in the view yet")
          .tag("view", name)
          .register(registry);
      Gauge.builder("jobtrail.view.lag.seconds", () -> lagInSeconds(name))
          .description("Age of the oldest event that is not in the view yet")
          .tag("view", name)
          .register(registry);
      FunctionCounter.builder("jobtrail.view.events", this, self -> self.processed(name))
          .description("Events this node has put into the view")
          .tag("view", name)
          .register(registry);
    }
  }

  private double lagInEvents(String view) {
    return Math.max(0, ledger.knownHead() - positions.applied(view));
  }

  private double lagInSeconds(String view) {
    long applied = positions.applied(view);
    if (ledger.knownHead() <= applied) {
      return 0;
    }
    List<StoredEvent> oldest = ledger.after(applied, 1);
    return oldest.isEmpty()
        ? 0
        : Duration.between(oldest.getFirst().recordedAt(), Instant.now()).toMillis() / 1000.0;
  }

  private double processed(String view) {
    ViewProcessor processor = positions.processors().get(view);
    return processor == null ? 0 : processor.processed();
  }
}
