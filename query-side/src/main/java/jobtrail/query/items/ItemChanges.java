package jobtrail.query.items;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jobtrail.events.item.ItemEvent;
import jobtrail.events.item.ItemEvent.JobItemAdded;
import jobtrail.events.item.ItemState;
import jobtrail.query.platform.Gathered;
import jobtrail.query.platform.Moment;
import org.jspecify.annotations.Nullable;

/**
 * Items that a batch of events adds, what changes in those that were there before, and all that is
 * told of either.
 */
final class ItemChanges implements Gathered {

  /**
   * As many as segments are ever likely to be. The work is split by the last bits of the same
   * number, so that each shard has one segment that writes it.
   */
  private static final int SHARDS = 16;

  private final ItemSql sql;
  private final HistorySql historySql;
  private final ItemCountSql countSql;
  private final Map<String, ItemRow> added = new LinkedHashMap<>();
  private final TreeMap<String, ItemChange> changes = new TreeMap<>();
  private final List<HistoryRow> history = new ArrayList<>();
  private final TreeMap<Cell, Long> counts = new TreeMap<>();

  ItemChanges(ItemSql sql, HistorySql historySql, ItemCountSql countSql) {
    this.sql = sql;
    this.historySql = historySql;
    this.countSql = countSql;
  }

  void add(JobItemAdded event, Moment when) {
    added.put(event.itemId().value(), ItemRow.of(event, when));
    tell(event, when);
  }

  /** Anything that happened to an item that is there. */
  void happened(ItemEvent event, Moment when) {
    ItemChange change = ItemChange.of(event, when);
    ItemRow fresh = added.get(change.itemId());
    if (fresh == null) {
      changes.merge(change.itemId(), change, ItemChange::then);
    } else {
      added.put(change.itemId(), fresh.after(change));
    }
    tell(event, when);
  }

  private void tell(ItemEvent event, Moment when) {
    history.add(HistoryRow.of(event, when));
    int shard = event.jobId().value().hashCode() & (SHARDS - 1);
    count(event.from(), shard, -1);
    count(event.to(), shard, 1);
  }

  private void count(@Nullable ItemState state, int shard, long items) {
    if (state != null) {
      counts.merge(new Cell(state, shard), items, Long::sum);
    }
  }

  @Override
  public void write() {
    if (!added.isEmpty()) {
      sql.insert(new ArrayList<>(added.values()));
    }
    if (!changes.isEmpty()) {
      sql.change(new ArrayList<>(changes.values()));
    }
    if (!history.isEmpty()) {
      historySql.insert(history);
    }
    // Last and in order, so that nobody who shares a shard waits long, or for ever.
    if (!counts.isEmpty()) {
      countSql.add(counts);
    }
  }

  /** Where items of one state are counted. */
  record Cell(ItemState state, int shard) implements Comparable<Cell> {
    @Override
    public int compareTo(Cell other) {
      int byState = state.compareTo(other.state);
      return byState == 0 ? Integer.compare(shard, other.shard) : byState;
    }
  }
}
