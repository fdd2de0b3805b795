package jobtrail.query.workqueue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What waits in the shop, by who or what is to see to it. */
@Schema(name = "GroupedWorkQueue")
record GroupedQueueView(List<Group> groups, long totalParts) {

  /**
   * Rows that belong together. {@code groupKey} is null for those that nobody, or no place, is said
   * of; groups by operator say the same once more in the older words.
   */
  @Schema(
      name = "QueueGroup",
      oneOf = {PlainGroup.class, OperatorGroup.class})
  interface Group {

    @Nullable String groupKey();

    String groupLabel();
  }

  /** Rows of one location, or of the steps of one name. */
  @Schema(name = "WorkQueueGroup")
  record PlainGroup(
      @Schema(types = {"string", "null"}) @JsonInclude(JsonInclude.Include.ALWAYS)
          @Nullable String groupKey,
      String groupLabel,
      Grouping groupType,
      List<QueuedWork> jobs,
      long totalParts)
      implements Group {}

  /** Rows of one operator, or of nobody. */
  @Schema(name = "OperatorGroup")
  record OperatorGroup(
      @Schema(types = {"string", "null"}) @JsonInclude(JsonInclude.Include.ALWAYS)
          @Nullable String operatorId,
      String operatorName,
      @Schema(types = {"string", "null"}) @JsonInclude(JsonInclude.Include.ALWAYS)
          @Nullable String groupKey,
      String groupLabel,
      Grouping groupType,
      List<QueuedWork> jobs,
      long totalParts)
      implements Group {}

  static GroupedQueueView of(List<QueuedWork> rows, Grouping by, UnaryOperator<String> labels) {
    Map<@Nullable String, List<QueuedWork>> byKey = new LinkedHashMap<>();
    rows.forEach(row -> byKey.computeIfAbsent(by.keyOf(row), key -> new ArrayList<>()).add(row));
    List<Group> groups = new ArrayList<>();
    byKey.forEach((key, jobs) ->
        groups.add(group(by, key, key == null ? by.labelOfNone() : labels.apply(key), jobs)));
    groups.sort(
        Comparator.comparing((Group group) -> group.groupKey() == null)
            .thenComparing(Group::groupLabel)
            .thenComparing(group -> String.valueOf(group.groupKey())));
    return new GroupedQueueView(groups, QueuedWork.total(rows));
  }

  private static Group group(
      Grouping by, @Nullable String key, String label, List<QueuedWork> jobs) {
    long total = QueuedWork.total(jobs);
    return by == Grouping.OPERATOR
        ? new OperatorGroup(key, label, key, label, by, jobs, total)
        : new PlainGroup(key, label, by, jobs, total);
  }
}
