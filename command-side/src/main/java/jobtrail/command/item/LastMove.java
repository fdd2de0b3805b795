package jobtrail.command.item;

import java.time.Instant;
import jobtrail.events.DomainEvent;
import jobtrail.events.EventNames;
import jobtrail.events.item.ItemEvent;
import jobtrail.events.item.ItemState;
import org.jspecify.annotations.Nullable;

/**
 * How an item came to where it is: who comes too late is told what the other one did.
 *
 * @param from null for the first
 * @param event its stored name
 */
record LastMove(@Nullable ItemState from, ItemState to, Instant at, String actor, String event) {

  static LastMove of(ItemEvent event, ItemState to, Instant at, String actor) {
    Class<? extends DomainEvent> kind = event.getClass();
    return new LastMove(event.from(), to, at, actor, EventNames.nameOf(kind).name());
  }

  LastMove at(Instant recordedAt) {
    return new LastMove(from, to, recordedAt, actor, event);
  }
}
