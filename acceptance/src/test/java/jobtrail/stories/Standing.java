package jobtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where a job stands with its items, as it is told in all the places that tell it. */
final class Standing {

  private static final List<String> COLUMNS =
      List.of(
          "awaiting_artwork",
          "in_review",
          "customer_notified",
          "proof_sent",
          "proof_changes_requested",
          "ready_for_production",
          "complete",
          "cancelled",
          "archived");

  private final Talk talk;

  Standing(Talk talk) {
    this.talk = talk;
  }

  /**
   * Fails unless this is where a job with items stands.
   *
   * @param itemState null when nothing is to happen to any item
   * @param board its columns that have items, such as {@code in_review Posters, Labels; complete
   *     Banners}
   */
  void of(String job, @Nullable String itemState, int total, int ready, String board) {
    JsonNode alone = talk.told("/api/jobs/" + job).json();
    told(alone, itemState, total, ready, board);
    JsonNode found = talk.told(lookingFor(alone, itemState)).json();
    assertThat(found.size()).as("jobs that are found").isEqualTo(1);
    told(found.get(0), itemState, total, ready, board);
    board(talk.told("/api/item-board?job=" + job).json().get("columns"), board);
  }

  private static String lookingFor(JsonNode job, @Nullable String itemState) {
    String reference = URLEncoder.encode(job.get("reference").asString(), StandardCharsets.UTF_8);
    return "/api/jobs?reference="
        + reference
        + (itemState == null ? "&active=false" : "&active=true&itemState=" + itemState);
  }

  private static void told(
      JsonNode job, @Nullable String itemState, int total, int ready, String board) {
    assertThat(job.get("active").asBoolean()).as("active").isEqualTo(itemState != null);
    assertThat(job.path("itemState").asString(null)).isEqualTo(itemState);
    assertThat(job.get("itemsTotal").asInt()).as("itemsTotal").isEqualTo(total);
    assertThat(job.get("itemsReady").asInt()).as("itemsReady").isEqualTo(ready);
    assertThat(job.get("itemsPercentReady").asDouble())
        .isEqualTo(100.0 * ready / total, within(1e-9));
    String counts =
        job.get("itemCounts")
            .propertyStream()
            .map(count -> count.getKey() + " " + count.getValue())
            .collect(Collectors.joining("; "));
    assertThat(counts).as("itemCounts").isEqualTo(counted(board));
  }

  /** The same board with a number in place of the names. */
  private static String counted(String board) {
    return Stream.of(board.split("; ", -1))
        .map(column -> column.split(" ", 2))
        .map(column -> column[0] + " " + column[1].split(", ", -1).length)
        .collect(Collectors.joining("; "));
  }

  private static void board(JsonNode columns, String board) {
    assertThat(columns.valueStream())
        .extracting(column -> column.get("state").asString())
        .isEqualTo(COLUMNS);
    assertThat(columns.valueStream())
        .allMatch(column -> column.get("count").asInt() == column.get("items").size());
    String told =
        columns
            .valueStream()
            .filter(column -> !column.get("items").isEmpty())
            .map(column -> column.get("state").asString() + " " + names(column.get("items")))
            .collect(Collectors.joining("; "));
    assertThat(told).isEqualTo(board);
  }

  private static String names(JsonNode items) {
    return items
        .valueStream()
        .map(item -> item.get("name").asString())
        .collect(Collectors.joining(", "));
  }
}
