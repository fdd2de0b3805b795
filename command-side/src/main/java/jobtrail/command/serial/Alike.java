package jobtrail.command.serial;

import java.util.concurrent.atomic.AtomicReferenceArray;
import jobtrail.events.serial.StepStatuses;

/**
 * Lets serials that are through with the same steps of a path share what says so: there are
 * thousands of them, and whatever is remembered of each is copied by the collector while commands
 * wait. It holds a bounded number of statuses and forgets one for another.
 */
final class Alike {

  private static final int PLACES = 1 << 12;

  private static final AtomicReferenceArray<StepStatuses> SHARED =
      new AtomicReferenceArray<>(PLACES);

  private Alike() {}

  /** Equal statuses, the same ones as before where they are still known. */
  static StepStatuses shared(StepStatuses statuses) {
    int hash = statuses.hashCode();
    int place = (hash ^ hash >>> 16) & PLACES - 1;
    StepStatuses known = SHARED.get(place);
    if (statuses.equals(known)) {
      return known;
    }
    SHARED.set(place, statuses);
    return statuses;
  }
}
