package jobtrail.query.jobitems;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jobtrail.events.item.ItemState;
import org.jspecify.annotations.Nullable;

/** What a job's items say about the job, which has no such state of its own. */
@Schema(name = "JobItems")
public record JobItemsView(
    @Schema(
            description =
                "Some item is neither cancelled nor archived, or there are no items at all")
        boolean active,
    @Schema(
            description =
                "State of the least advanced item that is neither cancelled nor archived; absent"
                    + " when there is none")
        @Nullable ItemState itemState,
    @Schema(description = "Items that are not cancelled") int itemsTotal,
    @Schema(description = "Items that are ready for production, complete or archived")
        int itemsReady,
    @Schema(description = "Of the items that are not cancelled; 0 when there are none")
        double itemsPercentReady,
    @Schema(description = "How many items are in each state that occurs")
        Map<String, Integer> itemCounts) {

  /** The states of an item that something is still to happen to, the least advanced first. */
  public static final Set<ItemState> OPEN =
      Collections.unmodifiableSet(
          EnumSet.complementOf(EnumSet.of(ItemState.CANCELLED, ItemState.ARCHIVED)));

  /** The same, as they are written. */
  public static final String OPEN_WORDS =
      OPEN.stream().map(ItemState::word).collect(Collectors.joining(", "));

  private static final Set<ItemState> READY =
      EnumSet.of(ItemState.READY_FOR_PRODUCTION, ItemState.COMPLETE, ItemState.ARCHIVED);

  /** Of a job without items. */
  public static final JobItemsView NONE = of(new EnumMap<>(ItemState.class));

  /** What these counters say; states without items may be missing. */
  static JobItemsView of(Map<ItemState, Integer> counts) {
    ItemState least = null;
    int all = 0;
    int ready = 0;
    Map<String, Integer> occurring = new LinkedHashMap<>();
    for (ItemState state : ItemState.values()) {
      int items = counts.getOrDefault(state, 0);
      if (items > 0) {
        occurring.put(state.word(), items);
        all += items;
        ready += READY.contains(state) ? items : 0;
        least = least == null && OPEN.contains(state) ? state : least;
      }
    }
    int total = all - counts.getOrDefault(ItemState.CANCELLED, 0);
    return new JobItemsView(
        least != null || all == 0,
        least,
        total,
        ready,
        total == 0 ? 0 : (double) ready / total * 100,
        occurring);
  }
}
