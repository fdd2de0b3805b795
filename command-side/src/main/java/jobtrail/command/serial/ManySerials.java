package jobtrail.command.serial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import jobtrail.command.platform.Caller;
import jobtrail.command.platform.Deliberation;
import jobtrail.command.platform.ManyStreams;
import jobtrail.command.platform.ManyStreams.Decided;
import jobtrail.command.platform.Routes;
import jobtrail.command.platform.Ruled;
import jobtrail.command.platform.Times;
import jobtrail.command.serial.SerialCommand.OfOne;
import jobtrail.command.serial.SerialCommand.OrderToMany;
import jobtrail.command.serial.SerialHistory.Told;
import jobtrail.command.serial.SerialRefused.Reason;
import jobtrail.events.path.Route;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.SerialEvent;
import jobtrail.events.serial.SerialId;
import jobtrail.ledger.Appended;
import jobtrail.ledger.EventTranslator;
import jobtrail.ledger.StoredEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rules on many serials at once, by the same rules as one by one. */
@Component
class ManySerials {

  private final ManyStreams streams;
  private final Routes routes;
  private final EventTranslator translator;

  ManySerials(ManyStreams streams, Routes routes, EventTranslator translator) {
    this.streams = streams;
    this.routes = routes;
    this.translator = translator;
  }

  /**
   * What became of one serial's order.
   *
   * @param before the serial as the order found it; null when there is no such serial
   * @param after where it stands now, with what has just happened to it; null when there is no such
   *     serial
   * @param refused null when it was not
   * @param actor who asked
   * @param firstPosition of its new events; 0 when nothing happened to it
   * @param updatedAt when its last event was recorded
   */
  record Outcome(
      SerialId serialId,
      @Nullable SerialHistory before,
      @Nullable SerialPlace after,
      @Nullable SerialRefused refused,
      String actor,
      long firstPosition,
      Instant updatedAt) {

    private Outcome stored(Appended appended, int offset) {
      return new Outcome(
          serialId,
          before,
          after,
          refused,
          actor,
          appended.firstPosition() + offset,
          appended.recordedAt());
    }

    /** The event that made it so, be it old or new; there is one unless the order was refused. */
    Told told(Predicate<SerialEvent> kind) {
      SerialHistory history = Objects.requireNonNull(before);
      List<SerialEvent> fresh = happened();
      for (int i = 0; i < fresh.size(); i++) {
        if (kind.test(fresh.get(i))) {
          long sequence = history.version() + 1 + i;
          return new Told(fresh.get(i), actor, updatedAt, firstPosition + i, sequence);
        }
      }
      return Objects.requireNonNull(history.latest(kind));
    }

    /** The serial as the order found it; there is one. */
    SerialAnswer asFound() {
      SerialHistory history = Objects.requireNonNull(before);
      return SerialAnswer.of(
          history.place(Objects.requireNonNull(after).route()),
          history.createdAt(),
          history.updatedAt());
    }

    /** The step that the order found it on. */
    StepId standing() {
      return Objects.requireNonNull(before).state().travel().step();
    }

    private long next() {
      return before == null ? 0 : before.version() + 1;
    }

    List<SerialEvent> happened() {
      return after == null ? List.of() : after.happened();
    }
  }

  @CommandHandler
  Ruled<List<Outcome>> handle(OrderToMany order) {
    List<String> ids = order.commands().stream().map(OfOne::streamId).toList();
    return streams.locked(
        ids,
        found -> {
          List<Outcome> outcomes =
              order.commands().stream().map(command -> outcome(command, found)).toList();
          requireVersion(outcomes);
          boolean refused = outcomes.stream().anyMatch(outcome -> outcome.refused() != null);
          return ruled(order.storing().stores(refused) ? stored(outcomes) : outcomes);
        });
  }

  private static void requireVersion(List<Outcome> outcomes) {
    Outcome only = outcomes.getFirst();
    if (outcomes.size() == 1 && only.before() != null) {
      ManyStreams.requireVersion(only.before().version(), "serial", only::asFound);
    }
  }

  private Outcome outcome(OfOne command, Map<String, List<StoredEvent>> streams) {
    List<StoredEvent> stream = streams.getOrDefault(command.streamId(), List.of());
    if (stream.isEmpty()) {
      SerialRefused unknown =
          new SerialRefused(Reason.NOT_CREATED, "Serial not found: " + command.serialId());
      return new Outcome(command.serialId(), null, null, unknown, actor(), 0, Instant.EPOCH);
    }
    SerialHistory history = SerialHistory.of(stream, translator);
    Travel travel = history.state().travel();
    Route route = routes.routeOf(travel.pathId(), travel.routeRevision());
    try {
      List<SerialEvent> events =
          SerialDecider.decide(command, history.state(), route, history.last());
      return new Outcome(
          command.serialId(),
          history,
          history.after(events, route, actor()),
          null,
          actor(),
          0,
          history.updatedAt());
    } catch (SerialRefused refused) {
      Outcome outcome =
          new Outcome(
              command.serialId(),
              history,
              history.place(route),
              refused,
              actor(),
              0,
              history.updatedAt());
      refused.seeing("serial", outcome.asFound());
      return outcome;
    }
  }

  private List<Outcome> stored(List<Outcome> outcomes) {
    Appended appended =
        streams.store(
            outcomes.stream()
                .map(outcome -> new Decided(outcome.next(), outcome.happened()))
                .toList());
    if (appended == null) {
      return outcomes;
    }
    List<Outcome> stored = new ArrayList<>();
    int offset = 0;
    for (Outcome outcome : outcomes) {
      int many = outcome.happened().size();
      stored.add(many == 0 ? outcome : outcome.stored(appended, offset));
      offset += many;
    }
    return List.copyOf(stored);
  }

  /** The streams have no one version; each outcome has its own times. */
  private static Ruled<List<Outcome>> ruled(List<Outcome> outcomes) {
    return new Ruled<>(outcomes, 0, new Times(), Instant.EPOCH);
  }

  private static String actor() {
    return String.valueOf(Deliberation.carried().getOrDefault("actor", Caller.ANONYMOUS));
  }
}
