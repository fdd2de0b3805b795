package jobtrail.command.serial;

import java.time.Instant;
import jobtrail.command.platform.Deliberation;
import jobtrail.command.platform.Routes;
import jobtrail.command.platform.Ruled;
import jobtrail.command.platform.Times;
import jobtrail.command.serial.SerialCommand.AdvanceSerial;
import jobtrail.events.path.Route;
import jobtrail.events.serial.SerialEvent;
import jobtrail.events.serial.SerialId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;

/**
 * One unit on the floor, known by its number. Its life begins when the number is issued to a path,
 * together with many others; from then on it stands on exactly one step until it leaves the last
 * one and is completed. A serial is a stream of its own, so that a thousand terminals never meet on
 * one; what it has to know of its path comes to its rules as a {@link Route}.
 *
 * <p>Hands commands to {@link SerialDecider} and remembers what it decided. Holds no rule of its
 * own.
 */
@Aggregate(
    cache = "aggregateCache",
    lockFactory = "aggregateLocks",
    commandTargetResolver = "addressedCommands")
class Serial {

  @AggregateIdentifier private SerialId id;
  private SerialState state = new SerialState.NotCreated();
  private final Times times = new Times();

  Serial() {}

  @CommandHandler
  Ruled<SerialPlace> handle(AdvanceSerial command, Routes routes) {
    Deliberation.begin();
    Route route = route(routes);
    SerialDecider.decide(command, state, route).forEach(AggregateLifecycle::apply);
    return Ruled.now(SerialPlace.of(state, route), times);
  }

  @EventSourcingHandler
  void on(SerialEvent event, @Timestamp Instant at) {
    id = event.serialId();
    state = state.evolve(event);
    times.heard(at);
  }

  private Route route(Routes routes) {
    return switch (state) {
      case SerialState.InProgress serial -> routes.routeOf(serial.pathId(), serial.routeRevision());
      case SerialState.Completed serial -> routes.routeOf(serial.pathId());
      case SerialState.NotCreated never ->
          throw new IllegalStateException("No route for a serial that was never created: " + id);
    };
  }
}
