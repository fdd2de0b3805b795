package jobtrail.command.item;

import java.time.Instant;
import jobtrail.command.platform.Caller;
import jobtrail.command.platform.Times;
import jobtrail.events.item.ItemEvent;
import jobtrail.events.item.ItemState;
import org.jspecify.annotations.Nullable;

/** Who moved an item when, as far as its answers have to know it. */
final class ItemChronicle {

  private final Times times = new Times();
  private @Nullable LastMove lastMove;
  private boolean moveIsLast;

  /** One more event of the item. */
  void heard(ItemEvent event, Instant at, @Nullable String actor) {
    // What was provisional while it was decided has its recorded time by now.
    lastMove = lastMove();
    ItemState to = event.to();
    moveIsLast = to != null;
    if (to != null) {
      lastMove = LastMove.of(event, to, at, actor == null ? Caller.ANONYMOUS : actor);
    }
    times.heard(at);
  }

  Times times() {
    return times;
  }

  /** The last move, once it is stored; null for an item that was never added. */
  @Nullable LastMove lastMove() {
    return moveIsLast && lastMove != null ? lastMove.at(times.updated()) : lastMove;
  }
}
