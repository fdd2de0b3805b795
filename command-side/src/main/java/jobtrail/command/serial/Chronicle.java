package jobtrail.command.serial;

import java.time.Instant;
import jobtrail.command.platform.Caller;
import jobtrail.command.platform.Times;
import jobtrail.events.serial.SerialEvent;
import jobtrail.events.serial.SerialEvent.SerialForceCompleted;
import jobtrail.events.serial.SerialEvent.SerialMoveUndone;
import jobtrail.events.serial.SerialEvent.SerialScrapped;
import org.jspecify.annotations.Nullable;

/** Who did what to a serial when, as far as its answers and its undo have to know it. */
final class Chronicle {

  private final Times times = new Times();
  private String lastActor = Caller.ANONYMOUS;

  /** Who scrapped it or declared it done; null while nobody has. */
  private @Nullable LastEvent ended;

  private boolean endIsLast;

  /** One more event of the serial. */
  void heard(SerialEvent event, Instant at, @Nullable String actor) {
    lastActor = actor == null ? Caller.ANONYMOUS : Alike.ACTORS.shared(actor);
    if (endIsLast && ended != null) {
      // What was provisional while it was decided has its recorded time by now.
      ended = new LastEvent(ended.actor(), times.updated());
    }
    endIsLast = event instanceof SerialScrapped || event instanceof SerialForceCompleted;
    if (endIsLast) {
      ended = new LastEvent(lastActor, at);
    } else if (event instanceof SerialMoveUndone) {
      ended = null;
    }
    times.heard(at);
  }

  Times times() {
    return times;
  }

  /** The last event, once it is stored. */
  LastEvent last() {
    return new LastEvent(lastActor, times.updated());
  }

  /** Who scrapped it or declared it done, and when; null while nobody has. */
  @Nullable Ending ending() {
    return ended == null ? null : new Ending(ended.actor(), endIsLast ? null : ended.recordedAt());
  }

  /**
   * How a serial was scrapped or declared done.
   *
   * @param at null when that was its very last event, whose time stands in the answer
   */
  record Ending(String actor, @Nullable Instant at) {}
}
