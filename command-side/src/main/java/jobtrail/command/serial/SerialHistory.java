package jobtrail.command.serial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import jobtrail.command.platform.Caller;
import jobtrail.command.serial.Chronicle.Ending;
import jobtrail.events.path.Route;
import jobtrail.events.serial.SerialEvent;
import jobtrail.events.serial.SerialEvent.SerialForceCompleted;
import jobtrail.events.serial.SerialEvent.SerialScrapped;
import jobtrail.ledger.EventTranslator;
import jobtrail.ledger.StoredEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * A serial as its stream tells it, for those who ask about many serials or about why; at least one
 * event long.
 */
record SerialHistory(SerialState.Issued state, List<Told> told) {

  /** One event of a serial, with who caused it, when it was recorded, and where it stands. */
  record Told(SerialEvent event, String actor, Instant at, long position, long sequence) {

    private static Told of(StoredEvent stored, EventTranslator translator) {
      DomainEventMessage<?> message = translator.message(stored);
      return new Told(
          (SerialEvent) message.getPayload(),
          String.valueOf(message.getMetaData().getOrDefault("actor", Caller.ANONYMOUS)),
          stored.recordedAt(),
          stored.position(),
          stored.event().sequenceNumber());
    }
  }

  /**
   * Reads a whole stream.
   *
   * @param stream of one serial, not empty
   * @throws jobtrail.ledger.UnreadableEvent when an event cannot be understood
   */
  static SerialHistory of(List<StoredEvent> stream, EventTranslator translator) {
    SerialState state = new SerialState.NotCreated();
    List<Told> told = new ArrayList<>();
    for (StoredEvent stored : stream) {
      Told one = Told.of(stored, translator);
      told.add(one);
      state = state.evolve(one.event());
    }
    return new SerialHistory((SerialState.Issued) state, List.copyOf(told));
  }

  /** Its last event. */
  LastEvent last() {
    return new LastEvent(told.getLast().actor(), told.getLast().at());
  }

  /** Sequence number of its last event. */
  long version() {
    return told.getLast().sequence();
  }

  Instant createdAt() {
    return told.getFirst().at();
  }

  Instant updatedAt() {
    return told.getLast().at();
  }

  /** The latest of its events of a kind; null when there is none. */
  @Nullable Told latest(Predicate<SerialEvent> kind) {
    return told.reversed().stream().filter(one -> kind.test(one.event())).findFirst().orElse(null);
  }

  /** Where it stands as it is stored. */
  SerialPlace place(Route route) {
    Told end = ends(state) ? latest(SerialHistory::ending) : null;
    return new SerialPlace(
        state, route, List.of(), end == null ? null : new Ending(end.actor(), end.at()));
  }

  /** Where it stands once these events are stored, which {@code actor} causes. */
  SerialPlace after(List<SerialEvent> happened, Route route, String actor) {
    if (happened.isEmpty()) {
      return place(route);
    }
    SerialState next = state;
    for (SerialEvent event : happened) {
      next = next.evolve(event);
    }
    Ending ending =
        happened.stream().anyMatch(SerialHistory::ending)
            ? new Ending(actor, null)
            : place(route).ending();
    return new SerialPlace((SerialState.Issued) next, route, happened, ending);
  }

  private static boolean ends(SerialState.Issued state) {
    return state instanceof SerialState.Scrapped
        || (state instanceof SerialState.Completed done && done.forced() != null);
  }

  private static boolean ending(SerialEvent event) {
    return event instanceof SerialScrapped || event instanceof SerialForceCompleted;
  }
}
