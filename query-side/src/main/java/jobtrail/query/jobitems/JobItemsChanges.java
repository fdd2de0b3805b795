package jobtrail.query.jobitems;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import jobtrail.events.item.ItemEvent;
import jobtrail.events.item.ItemState;
import jobtrail.query.platform.Gathered;
import org.jspecify.annotations.Nullable;

/** By how much a batch of events moves the jobs' counters. */
final class JobItemsChanges implements Gathered {

  private final JobItemsSql sql;
  private final TreeMap<String, Map<ItemState, Integer>> deltas = new TreeMap<>();

  JobItemsChanges(JobItemsSql sql) {
    this.sql = sql;
  }

  /** An item left one state for another. */
  void moved(ItemEvent event) {
    Map<ItemState, Integer> delta =
        deltas.computeIfAbsent(event.jobId().value(), job -> new EnumMap<>(ItemState.class));
    add(delta, event.from(), -1);
    add(delta, event.to(), 1);
  }

  private static void add(Map<ItemState, Integer> delta, @Nullable ItemState state, int items) {
    if (state != null) {
      delta.merge(state, items, Integer::sum);
    }
  }

  @Override
  public void write() {
    if (!deltas.isEmpty()) {
      sql.add(deltas);
    }
  }
}
