package jobtrail.command.serial;

import java.time.Instant;
import java.util.List;
import jobtrail.command.platform.CommandRefused;
import jobtrail.command.platform.Deliberation;
import jobtrail.command.platform.Routes;
import jobtrail.command.platform.Ruled;
import jobtrail.command.serial.SerialCommand.AdvanceSerial;
import jobtrail.command.serial.SerialCommand.AdvanceSerialTo;
import jobtrail.command.serial.SerialCommand.CompleteDeferredStep;
import jobtrail.command.serial.SerialCommand.ForceCompleteSerial;
import jobtrail.command.serial.SerialCommand.HoldSerial;
import jobtrail.command.serial.SerialCommand.OfOne;
import jobtrail.command.serial.SerialCommand.ReleaseSerial;
import jobtrail.command.serial.SerialCommand.ReverseOverride;
import jobtrail.command.serial.SerialCommand.ReworkSerial;
import jobtrail.command.serial.SerialCommand.ScrapSerial;
import jobtrail.command.serial.SerialCommand.UndoMove;
import jobtrail.command.serial.SerialCommand.WaiveStep;
import jobtrail.events.path.Route;
import jobtrail.events.serial.SerialEvent;
import jobtrail.events.serial.SerialId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * One unit on the floor, known by its number. Its life begins when the number is issued to a path,
 * together with many others; from then on it stands on exactly one step until it is completed or
 * scrapped. A serial is a stream of its own, so that a thousand terminals never meet on one; what
 * it has to know of its path comes to its rules as a {@link Route}.
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
  private final Chronicle chronicle = new Chronicle();

  Serial() {}

  @CommandHandler
  Ruled<SerialPlace> handle(AdvanceSerial command, Routes routes) {
    return rule(command, routes);
  }

  @CommandHandler
  Ruled<SerialPlace> handle(AdvanceSerialTo command, Routes routes) {
    return rule(command, routes);
  }

  @CommandHandler
  Ruled<SerialPlace> handle(CompleteDeferredStep command, Routes routes) {
    return rule(command, routes);
  }

  @CommandHandler
  Ruled<SerialPlace> handle(WaiveStep command, Routes routes) {
    return rule(command, routes);
  }

  @CommandHandler
  Ruled<SerialPlace> handle(ReverseOverride command, Routes routes) {
    return rule(command, routes);
  }

  @CommandHandler
  Ruled<SerialPlace> handle(ScrapSerial command, Routes routes) {
    return rule(command, routes);
  }

  @CommandHandler
  Ruled<SerialPlace> handle(ForceCompleteSerial command, Routes routes) {
    return rule(command, routes);
  }

  @CommandHandler
  Ruled<SerialPlace> handle(ReworkSerial command, Routes routes) {
    return rule(command, routes);
  }

  @CommandHandler
  Ruled<SerialPlace> handle(HoldSerial command, Routes routes) {
    return rule(command, routes);
  }

  @CommandHandler
  Ruled<SerialPlace> handle(ReleaseSerial command, Routes routes) {
    return rule(command, routes);
  }

  @CommandHandler
  Ruled<SerialPlace> handle(UndoMove command, Routes routes) {
    return rule(command, routes);
  }

  @EventSourcingHandler
  void on(
      SerialEvent event, @Timestamp Instant at, @MetaDataValue("actor") @Nullable String actor) {
    id = event.serialId();
    state = state.evolve(event);
    chronicle.heard(event, at, actor);
  }

  private Ruled<SerialPlace> rule(OfOne command, Routes routes) {
    SerialState.Issued serial = issued();
    Route route = routes.routeOf(serial.travel().pathId(), serial.travel().routeRevision());
    try {
      Deliberation.begin();
      List<SerialEvent> events = SerialDecider.decide(command, serial, route, chronicle.last());
      events.forEach(AggregateLifecycle::apply);
      return Ruled.now(place(route, events), chronicle.times());
    } catch (CommandRefused refused) {
      throw refused.seeing("serial", current(route));
    }
  }

  private SerialAnswer current(Route route) {
    return SerialAnswer.of(
        place(route, List.of()), chronicle.times().created(), chronicle.times().updated());
  }

  private SerialPlace place(Route route, List<SerialEvent> happened) {
    return new SerialPlace(issued(), route, happened, chronicle.ending());
  }

  private SerialState.Issued issued() {
    if (state instanceof SerialState.Issued issued) {
      return issued;
    }
    throw new IllegalStateException("Never created: " + id);
  }
}
