package jobtrail.command.item;

import java.util.ArrayList;
import java.util.List;
import jobtrail.command.item.ItemCommand.AddItems;
import jobtrail.command.platform.Deliberation;
import jobtrail.command.platform.Ruled;
import jobtrail.command.platform.Times;
import jobtrail.events.DomainEvent;
import jobtrail.events.item.ItemEvent.JobItemAdded;
import jobtrail.ledger.Appended;
import jobtrail.ledger.Counters;
import jobtrail.ledger.EventTranslator;
import jobtrail.ledger.FreshStreams;
import jobtrail.ledger.Ledger;
import jobtrail.ledger.NewEvent;
import jobtrail.ledger.QuickIds;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/**
 * Adds items to jobs: many new streams, and the job's own where it is new as well, in one append.
 * Goes to the ledger directly, since an aggregate knows but one stream.
 */
@Component
class ItemIntake {

  /** Name of the counter from which items take their numbers. */
  private static final String COUNTER = "item";

  private final Ledger ledger;
  private final Counters counters;
  private final EventTranslator translator;
  private final FreshStreams fresh;

  ItemIntake(Ledger ledger, Counters counters, EventTranslator translator, FreshStreams fresh) {
    this.ledger = ledger;
    this.counters = counters;
    this.translator = translator;
    this.fresh = fresh;
  }

  @CommandHandler
  Ruled<List<JobItemAdded>> handle(AddItems command) {
    long first = counters.take(COUNTER, command.lines().size());
    List<JobItemAdded> items = ItemDecider.decide(command, first);
    List<DomainEvent> events = new ArrayList<>(items.size() + 1);
    if (command.job() != null) {
      events.add(command.job());
    }
    events.addAll(items);
    MetaData carried = Deliberation.carried();
    List<NewEvent> stored =
        events.stream()
            .map(event -> translator.toStore(event, 0, QuickIds.next(), carried))
            .toList();
    Appended appended = ledger.append(stored);
    Deliberation.stored(appended);
    int before = events.size() - items.size();
    for (int i = 0; i < items.size(); i++) {
      String eventId = stored.get(before + i).eventId();
      fresh.begun(items.get(i), eventId, carried, appended.recordedAt());
    }
    return new Ruled<>(items, 0, new Times(), appended.recordedAt());
  }
}
