package jobtrail.command.item;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jobtrail.command.item.ItemCommand.TransitionItems;
import jobtrail.command.item.ItemCommand.TransitionJobItem;
import jobtrail.command.item.ItemRefused.Reason;
import jobtrail.command.platform.ItemAnswer;
import jobtrail.command.platform.ManyStreams;
import jobtrail.command.platform.ManyStreams.Decided;
import jobtrail.command.platform.Ruled;
import jobtrail.command.platform.Times;
import jobtrail.events.item.ItemEvent;
import jobtrail.events.item.ItemId;
import jobtrail.ledger.Appended;
import jobtrail.ledger.EventTranslator;
import jobtrail.ledger.StoredEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rules on many items at once, by the same rules as one by one. */
@Component
class ManyItems {

  private final ManyStreams streams;
  private final EventTranslator translator;

  ManyItems(ManyStreams streams, EventTranslator translator) {
    this.streams = streams;
    this.translator = translator;
  }

  /**
   * What became of one item's order.
   *
   * @param item as it is now; null when there is no such item
   * @param refused null when it was not
   * @param stored whether something happened to it
   */
  record Outcome(
      ItemId itemId, @Nullable ItemAnswer item, @Nullable ItemRefused refused, boolean stored) {}

  /** What is to become of one item: an event or a refusal; none of both is never there. */
  private record Ruling(
      ItemId itemId,
      @Nullable ItemHistory before,
      @Nullable ItemEvent event,
      @Nullable ItemRefused refused) {

    Decided decided() {
      return event == null || before == null
          ? new Decided(0, List.of())
          : new Decided(before.last().sequence() + 1, List.of(event));
    }

    Outcome outcome(@Nullable Appended appended) {
      if (before == null || event == null || appended == null) {
        return new Outcome(itemId, before == null ? null : before.answer(), refused, false);
      }
      Instant at = appended.recordedAt();
      return new Outcome(itemId, before.answer(event, at), null, true);
    }
  }

  @CommandHandler
  Ruled<List<Outcome>> handle(TransitionItems order) {
    List<String> ids = order.commands().stream().map(TransitionJobItem::streamId).toList();
    return streams.locked(
        ids,
        found -> {
          List<Ruling> rulings = order.commands().stream().map(one -> ruling(one, found)).toList();
          requireVersion(rulings);
          boolean refused = rulings.stream().anyMatch(ruling -> ruling.refused() != null);
          Appended appended =
              order.storing().stores(refused)
                  ? streams.store(rulings.stream().map(Ruling::decided).toList())
                  : null;
          List<Outcome> outcomes = new ArrayList<>();
          rulings.forEach(ruling -> outcomes.add(ruling.outcome(appended)));
          // The streams have no one version; each item has its own times.
          return new Ruled<>(List.copyOf(outcomes), 0, new Times(), Instant.EPOCH);
        });
  }

  private Ruling ruling(TransitionJobItem command, Map<String, List<StoredEvent>> found) {
    List<StoredEvent> stream = found.getOrDefault(command.streamId(), List.of());
    ItemId id = command.itemId();
    if (stream.isEmpty()) {
      return new Ruling(id, null, null, new ItemRefused(Reason.NOT_ADDED, "Item not found: " + id));
    }
    ItemHistory history = ItemHistory.of(stream, translator);
    try {
      return new Ruling(id, history, ItemDecider.decide(command, history.state()), null);
    } catch (ItemRefused refused) {
      return new Ruling(id, history, null, refused);
    }
  }

  private static void requireVersion(List<Ruling> rulings) {
    ItemHistory only = rulings.getFirst().before();
    if (rulings.size() == 1 && only != null) {
      ManyStreams.requireVersion(only.last().sequence(), "item", only::answer);
    }
  }
}
