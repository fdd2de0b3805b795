package jobtrail.query.jobitems;

import java.util.TreeMap;
import jobtrail.events.item.ItemEvent;
import jobtrail.events.item.ItemState;
import jobtrail.query.platform.Gathered;
import org.jspecify.annotations.Nullable;

/** By how much a batch of events moves the jobs' counters. */
final class JobItemsChanges implements Gathered {

  private final JobItemsSql sql;
  private final TreeMap<String, int[]> deltas = new TreeMap<>();

  JobItemsChanges(JobItemsSql sql) {
    this.sql = sql;
  }

  /** An item left one state for another. */
  void moved(ItemEvent event) {
    int[] delta =
        deltas.computeIfAbsent(event.jobId().value(), job -> new int[ItemState.values().length]);
    add(delta, event.from(), -1);
    add(delta, event.to(), 1);
  }

  private static void add(int[] delta, @Nullable ItemState state, int items) {
    if (state != null) {
      delta[state.ordinal()] += items;
    }
  }

  @Override
  public void write() {
    if (!deltas.isEmpty()) {
      sql.add(deltas);
    }
  }
}
