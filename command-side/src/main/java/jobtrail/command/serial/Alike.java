package jobtrail.command.serial;

import java.util.concurrent.atomic.AtomicReferenceArray;
import jobtrail.events.serial.StepStatuses;

/**
 * Lets serials of which the same is to be remembered share what says so: there are thousands that
 * are through with the same steps of a path, or were moved by the same hand, and whatever is
 * remembered of each is copied by the collector while commands wait. It holds a bounded number of
 * values and forgets one for another.
 */
final class Alike<T> {

  /** How far serials are with their steps. */
  static final Alike<StepStatuses> STATUSES = new Alike<>();

  /** Who has moved them. */
  static final Alike<String> ACTORS = new Alike<>();

  private static final int PLACES = 1 << 12;

  private final AtomicReferenceArray<T> shared = new AtomicReferenceArray<>(PLACES);

  private Alike() {}

  /** An equal value, the same one as before where that is still known. */
  T shared(T value) {
    int hash = value.hashCode();
    int place = (hash ^ hash >>> 16) & PLACES - 1;
    T known = shared.get(place);
    if (value.equals(known)) {
      return known;
    }
    shared.set(place, value);
    return value;
  }
}
