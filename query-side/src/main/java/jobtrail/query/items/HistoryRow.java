package jobtrail.query.items;

import java.time.Instant;
import jobtrail.events.item.ItemEvent;
import jobtrail.query.platform.Moment;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened to an item.
 *
 * @param sequence its number among the events of the item
 * @param occurredAt when the floor says it happened; null when nobody said
 */
record HistoryRow(
    long sequence, ItemEvent event, Instant at, @Nullable Instant occurredAt, String actor) {

  static HistoryRow of(ItemEvent event, Moment when) {
    String said = when.occurredAt();
    return new HistoryRow(
        when.version(), event, when.at(), said == null ? null : Instant.parse(said), when.actor());
  }
}
