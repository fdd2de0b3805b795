package jobtrail.command.path;

import java.time.Instant;
import jobtrail.command.path.PathCommand.AssignStep;
import jobtrail.command.path.PathCommand.ConfigureStep;
import jobtrail.command.path.PathCommand.CreatePath;
import jobtrail.command.path.PathCommand.DeletePath;
import jobtrail.command.path.PathCommand.UpdatePath;
import jobtrail.command.platform.Deliberation;
import jobtrail.command.platform.Ruled;
import jobtrail.command.platform.Times;
import jobtrail.events.path.PathEvent;
import jobtrail.events.path.PathId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * One route of process steps that serials of a job travel. Its life begins when it is laid out for
 * a job, and ends only if it is given up before any serial travelled it. Its steps may change while
 * serials are on their way: a step keeps its identity, and one that is taken away is retired, never
 * forgotten. Where each serial stands is the serial's own affair.
 *
 * <p>Hands commands to {@link PathDecider} and remembers what it decided. Holds no rule of its own.
 */
@Aggregate(
    cache = "aggregateCache",
    lockFactory = "aggregateLocks",
    commandTargetResolver = "addressedCommands")
class Path {

  @AggregateIdentifier private PathId id;
  private PathState state = new PathState.NotCreated();
  private final Times times = new Times();

  Path() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.ALWAYS)
  Ruled<PathState> handle(CreatePath command) {
    return decide(command);
  }

  /**
   * Who stands where is asked now that the path is at hand: serials issued since then collide with
   * what is decided.
   */
  @CommandHandler
  Ruled<PathState> handle(UpdatePath command, OccupiedSteps occupied) {
    return decide(
        command.steps() == null ? command : command.knowing(occupied.of(command.pathId())));
  }

  @CommandHandler
  Ruled<PathState> handle(AssignStep command) {
    return decide(command);
  }

  @CommandHandler
  Ruled<PathState> handle(ConfigureStep command) {
    return decide(command);
  }

  @CommandHandler
  Ruled<PathState> handle(DeletePath command) {
    return decide(command);
  }

  @EventSourcingHandler
  void on(PathEvent event, @Timestamp Instant at) {
    id = event.pathId();
    state = state.evolve(event);
    times.heard(at);
  }

  private Ruled<PathState> decide(PathCommand command) {
    Deliberation.begin();
    PathDecider.decide(command, state).forEach(AggregateLifecycle::apply);
    return Ruled.now(state, times);
  }
}
