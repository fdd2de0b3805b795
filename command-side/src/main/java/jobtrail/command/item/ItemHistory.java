package jobtrail.command.item;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jobtrail.command.item.JobItemState.Added;
import jobtrail.command.platform.Caller;
import jobtrail.command.platform.ItemAnswer;
import jobtrail.events.item.ItemEvent;
import jobtrail.ledger.EventTranslator;
import jobtrail.ledger.StoredEvent;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * An item as its stream tells it, for those who ask about many items or only want to look; at least
 * one event long.
 */
record ItemHistory(Added state, List<Told> told) {

  /** One event of an item, with who caused it, when it was recorded, and where it stands. */
  record Told(ItemEvent event, String actor, Instant at, long position, long sequence) {

    private static Told of(StoredEvent stored, EventTranslator translator) {
      DomainEventMessage<?> message = translator.message(stored);
      return new Told(
          (ItemEvent) message.getPayload(),
          String.valueOf(message.getMetaData().getOrDefault("actor", Caller.ANONYMOUS)),
          stored.recordedAt(),
          stored.position(),
          stored.event().sequenceNumber());
    }
  }

  /**
   * Reads a whole stream.
   *
   * @param stream of one item, not empty
   * @throws jobtrail.ledger.UnreadableEvent when an event cannot be understood
   */
  static ItemHistory of(List<StoredEvent> stream, EventTranslator translator) {
    JobItemState state = new JobItemState.NotAdded();
    List<Told> told = new ArrayList<>();
    for (StoredEvent stored : stream) {
      Told one = Told.of(stored, translator);
      told.add(one);
      state = state.evolve(one.event());
    }
    return new ItemHistory((Added) state, List.copyOf(told));
  }

  /** Its last event. */
  Told last() {
    return told.getLast();
  }

  /** The item as it is stored. */
  ItemAnswer answer() {
    return Items.told(state, told.getFirst().at(), last().at());
  }

  /** The item once an event is stored. */
  ItemAnswer answer(ItemEvent event, Instant recordedAt) {
    return Items.told((Added) state.evolve(event), told.getFirst().at(), recordedAt);
  }
}
