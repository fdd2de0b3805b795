package jobtrail.query.jobitems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import jobtrail.events.item.ItemState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a job's items say about the job. */
class JobItemsViewTest {

  @ParameterizedTest(name = "{0}: active {1}, {2}, {4} of {3} ready")
  @CsvSource(
      delimiter = '|',
      value = {
        "                                          | true  |                         | 0 | 0 | 0",
        "cancelled 2                               | false |                         | 0 | 0 | 0",
        "archived 2                                | false |                         | 2 | 2 | 100",
        "cancelled 1, archived 3                   | false |                         | 3 | 3 | 100",
        "complete 1                                | true  | complete                | 1 | 1 | 100",
        "complete 1, archived 1                    | true  | complete                | 2 | 2 | 100",
        "awaiting_artwork 1, complete 3            | true  | awaiting_artwork        | 4 | 3 | 75",
        "in_review 1, ready_for_production 1       | true  | in_review               | 2 | 1 | 50",
        "customer_notified 1, proof_sent 1         | true  | customer_notified       | 2 | 0 | 0",
        "proof_changes_requested 2, cancelled 5    | true  | proof_changes_requested | 2 | 0 | 0",
        "proof_sent 1, proof_changes_requested 1   | true  | proof_sent              | 2 | 0 | 0",
        "ready_for_production 1, archived 1        | true  | ready_for_production    | 2 | 2 | 100",
        "cancelled 1, archived 1, awaiting_artwork 1 | true | awaiting_artwork       | 2 | 1 | 50"
      })
  void is_derived(
      @Nullable String items,
      boolean active,
      @Nullable String state,
      int total,
      int ready,
      double percent) {
    Map<ItemState, Integer> counts = counts(items);

    JobItemsView view = JobItemsView.of(counts);

    assertThat(view.active()).isEqualTo(active);
    assertThat(view.itemState()).isEqualTo(state == null ? null : ItemState.of(state));
    assertThat(view.itemsTotal()).isEqualTo(total);
    assertThat(view.itemsReady()).isEqualTo(ready);
    assertThat(view.itemsPercentReady()).isEqualTo(percent);
    Map<String, Integer> expected = new LinkedHashMap<>();
    counts.forEach((of, number) -> expected.put(of.word(), number));
    assertThat(view.itemCounts()).containsExactlyEntriesOf(expected);
  }

  @ParameterizedTest
  @EnumSource(ItemState.class)
  void of_one_item_is_its_state_while_something_is_to_happen_to_it(ItemState state) {
    JobItemsView view = JobItemsView.of(Map.of(state, 1));

    boolean over = state == ItemState.CANCELLED || state == ItemState.ARCHIVED;
    assertThat(view.active()).isEqualTo(!over);
    assertThat(view.itemState()).isEqualTo(over ? null : state);
  }

  @Test
  void counts_that_have_gone_back_to_nothing_do_not_occur() {
    assertThat(JobItemsView.of(Map.of(ItemState.IN_REVIEW, 0, ItemState.COMPLETE, 1)).itemCounts())
        .containsExactly(Map.entry("complete", 1));
  }

  private static Map<ItemState, Integer> counts(@Nullable String items) {
    Map<ItemState, Integer> counts = new EnumMap<>(ItemState.class);
    if (items != null) {
      for (String each : items.split(", ", -1)) {
        String[] said = each.strip().split(" ", -1);
        ItemState state = ItemState.of(said[0]);
        assertThat(state).isNotNull();
        counts.put(state, Integer.parseInt(said[1]));
      }
    }
    return counts;
  }
}
