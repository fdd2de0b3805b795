package jobtrail.command.job;

import java.time.Instant;
import jobtrail.command.job.JobCommand.ChangeTags;
import jobtrail.command.job.JobCommand.CreateJob;
import jobtrail.command.job.JobCommand.UpdateJob;
import jobtrail.command.platform.Deliberation;
import jobtrail.command.platform.Ruled;
import jobtrail.command.platform.Times;
import jobtrail.events.job.JobEvent;
import jobtrail.events.job.JobId;
import jobtrail.ledger.SubjectKeys;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * One order of production work: what the customer wants made, how many, and for whom. Its life
 * begins when the order comes in; what becomes of it is the story of its paths and items, so a job
 * has no states of its own.
 *
 * <p>Hands commands to {@link JobDecider} and remembers what it decided. Holds no rule of its own.
 */
@Aggregate(
    cache = "aggregateCache",
    lockFactory = "aggregateLocks",
    commandTargetResolver = "addressedCommands")
class Job {

  @AggregateIdentifier private JobId id;
  private JobState state = new JobState.NotCreated();
  private final Times times = new Times();

  Job() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.ALWAYS)
  Ruled<JobState> handle(CreateJob command) {
    return decide(command, state);
  }

  /** Opened before anything is stored: an answer that cannot be given must not come after that. */
  @CommandHandler
  Ruled<JobState> handle(UpdateJob command, SubjectKeys keys) {
    return decide(command, state instanceof JobState.Open job ? job.opened(keys::open) : state);
  }

  @CommandHandler
  Ruled<JobState> handle(ChangeTags command) {
    return decide(command, state);
  }

  @EventSourcingHandler
  void on(JobEvent event, @Timestamp Instant at) {
    id = event.jobId();
    state = state.evolve(event);
    times.heard(at);
  }

  private Ruled<JobState> decide(JobCommand command, JobState opened) {
    Deliberation.begin();
    JobState decided = opened;
    for (JobEvent event : JobDecider.decide(command, opened)) {
      AggregateLifecycle.apply(event);
      decided = decided.evolve(event);
    }
    return Ruled.now(decided, times);
  }
}
