package jobtrail.query.workqueue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first serials of one place, in the order of creation, and how many there are in all. */
record Waiting(List<Waiter> first, long count) {

  static final Waiting NONE = new Waiting(List.of(), 0);

  /** One serial that waits, with its place in the order of creation. */
  record Waiter(String serialId, long position) {

    /**
     * What one step's first serials were read as.
     *
     * @param serials ids with blanks between them; null when there are none
     * @param positions where each was created; null when there are none
     */
    static List<Waiter> read(@Nullable String serials, @Nullable String positions) {
      if (serials == null || positions == null) {
        return List.of();
      }
      String[] ids = serials.split(" ", -1);
      String[] numbers = positions.split(" ", -1);
      List<Waiter> waiters = new ArrayList<>(ids.length);
      for (int i = 0; i < ids.length; i++) {
        waiters.add(new Waiter(ids[i], Long.parseLong(numbers[i])));
      }
      return List.copyOf(waiters);
    }
  }

  /** With those of another step, in the order of creation. */
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
    return new Waiting(all, count + other.count);
  }

  List<String> first(int most) {
    return first.stream().limit(most).map(Waiter::serialId).toList();
  }
}
