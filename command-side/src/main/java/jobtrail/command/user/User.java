package jobtrail.command.user;

import java.time.Instant;
import jobtrail.command.platform.Deliberation;
import jobtrail.command.platform.Ruled;
import jobtrail.command.platform.Times;
import jobtrail.command.user.UserCommand.CreateUser;
import jobtrail.command.user.UserCommand.UpdateUser;
import jobtrail.events.user.UserEvent;
import jobtrail.events.user.UserId;
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
 * A person who works in the shop, who can be asked to see to a step. Somebody who leaves is no
 * longer active, but stays known: what they did still bears their id.
 *
 * <p>Hands commands to {@link UserDecider} and remembers what it decided. Holds no rule of its own.
 */
@Aggregate(
    cache = "aggregateCache",
    lockFactory = "aggregateLocks",
    commandTargetResolver = "addressedCommands")
class User {

  @AggregateIdentifier private UserId id;
  private UserState state = new UserState.NotCreated();
  private final Times times = new Times();

  User() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.ALWAYS)
  Ruled<UserState> handle(CreateUser command) {
    return decide(command, state);
  }

  /** Opened before anything is stored: an answer that cannot be given must not come after that. */
  @CommandHandler
  Ruled<UserState> handle(UpdateUser command, SubjectKeys keys) {
    return decide(command, state instanceof UserState.Known user ? user.opened(keys::open) : state);
  }

  @EventSourcingHandler
  void on(UserEvent event, @Timestamp Instant at) {
    id = event.userId();
    state = state.evolve(event);
    times.heard(at);
  }

  private Ruled<UserState> decide(UserCommand command, UserState opened) {
    Deliberation.begin();
    UserState decided = opened;
    for (UserEvent event : UserDecider.decide(command, opened)) {
      AggregateLifecycle.apply(event);
      decided = decided.evolve(event);
    }
    return Ruled.now(decided, times);
  }
}
