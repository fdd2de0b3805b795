package jobtrail.ledger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** What the writer tells the shop's monitoring: group sizes, append times, misses. */
final class LedgerMetrics {

  private final DistributionSummary commands;
  private final DistributionSummary events;
  private final Timer appends;
  private final Counter misses;
  private final LongConsumer onStored;

  /**
   * Meters in a registry.
   *
   * @param onStored told the last position after each stored group
   */
  LedgerMetrics(MeterRegistry registry, LongConsumer onStored) {
    this.onStored = onStored;
    commands =
        DistributionSummary.builder("jobtrail.ledger.group.commands")
            .description("Commands stored in one group")
            .register(registry);
    events =
        DistributionSummary.builder("jobtrail.ledger.group.events")
            .description("Events stored in one group")
            .register(registry);
    appends =
        Timer.builder("jobtrail.ledger.append")
            .description("Time to store one group")
            .publishPercentileHistogram()
            .register(registry);
    misses =
        Counter.builder("jobtrail.ledger.misses")
            .description("Groups that another node was faster than")
            .register(registry);
  }

  void stored(int commandCount, int eventCount, long nanos, long lastPosition) {
    commands.record(commandCount);
    events.record(eventCount);
    appends.record(nanos, TimeUnit.NANOSECONDS);
    onStored.accept(lastPosition);
  }

  void missed() {
    misses.increment();
  }
}
