package jobtrail.command.priority;

import java.time.Instant;
import jobtrail.command.platform.Deliberation;
import jobtrail.command.platform.Ruled;
import jobtrail.command.platform.Times;
import jobtrail.command.priority.PriorityCommand.SetPriorities;
import jobtrail.events.priority.PriorityEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * The order in which the shop works on its jobs: one for the whole shop. Its life begins when
 * somebody first puts the open jobs in order; jobs that come in later stand behind those until they
 * are put in order too. Which jobs are open is their own affair.
 *
 * <p>Hands commands to {@link PriorityDecider} and remembers what it decided. Holds no rule of its
 * own.
 */
@Aggregate(
    cache = "aggregateCache",
    lockFactory = "aggregateLocks",
    commandTargetResolver = "addressedCommands")
class Priorities {

  @AggregateIdentifier private String id = PriorityEvent.STREAM;
  private PriorityState state = new PriorityState.NeverSet();
  private final Times times = new Times();

  Priorities() {}

  /** Which jobs are open is asked now, so that whoever just completed one is heard. */
  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Ruled<PriorityState> handle(SetPriorities command, ShopJobs jobs) {
    Deliberation.begin();
    ShopJobs.Known known = jobs.among(command.jobIds());
    PriorityDecider.decide(command.knowing(known.open(), known.completed()), state)
        .forEach(AggregateLifecycle::apply);
    return Ruled.now(state, times);
  }

  @EventSourcingHandler
  void on(PriorityEvent event, @Timestamp Instant at) {
    id = event.streamId();
    state = state.evolve(event);
    times.heard(at);
  }
}
