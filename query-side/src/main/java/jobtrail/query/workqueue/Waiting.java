package jobtrail.query.workqueue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first serials of one place, read with one look at all of them, and how many there are.
 *
 * @param counted what the counter says, which is kept apart and may be a moment older or newer
 * @param readAll whether there are no more than those that were read
 */
record Waiting(List<Waiter> first, boolean readAll, long counted) {

  static final Waiting NONE = new Waiting(List.of(), true, 0);

  /** One serial that waits, with its place in the order of creation. */
  record Waiter(String serialId, long position) {}

  /**
   * What one step's serials were read as.
   *
   * @param serials ids with blanks between them; null when there are none
   * @param positions where each was created; null when nobody needs them
   * @param most how many were read at most
   */
  static Waiting read(
      @Nullable String serials, @Nullable String positions, int most, long counted) {
    if (serials == null) {
      return NONE;
    }
    String[] ids = serials.split(" ", -1);
    String[] numbers = positions == null ? new String[0] : positions.split(" ", -1);
    List<Waiter> first = new ArrayList<>(ids.length);
    for (int i = 0; i < ids.length; i++) {
      first.add(new Waiter(ids[i], positions == null ? i : Long.parseLong(numbers[i])));
    }
    return new Waiting(first, ids.length < most, counted);
  }

  /** How many there are: of a few, those that were seen; of many, what the counter says. */
  long count() {
    return readAll ? first.size() : Math.max(first.size(), counted);
  }

  /** With those of another step, in the order of creation; both need their positions. */
  Waiting and(Waiting other) {
    if (other.first.isEmpty()) {
      return this;
    }
    if (first.isEmpty()) {
      return other;
    }
    List<Waiter> all = new ArrayList<>(first);
    all.addAll(other.first);
    all.sort(Comparator.comparingLong(Waiter::position));
    return new Waiting(all, readAll && other.readAll, count() + other.count());
  }

  List<String> first(int most) {
    return first.stream().limit(most).map(Waiter::serialId).toList();
  }
}
