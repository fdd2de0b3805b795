package jobtrail.query.itemboard;

import static jobtrail.query.platform.ColumnSql.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jobtrail.events.item.ItemState;
import jobtrail.http.Page;
import jobtrail.query.itemboard.BoardView.Card;
import jobtrail.query.itemboard.BoardView.Column;
import jobtrail.query.platform.Conditions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the board with one look, so that no item is in two of its columns, and none that moves
 * meanwhile is in no column. All of it is read through the index of each column, with counts that
 * are kept; of some jobs the items are read and counted.
 */
@Component
class BoardSql {

  private static final String KEPT_COUNTS =
      "with counted as (select state, sum(items) as items from views.item_count group by state)";

  private static final String ASKED =
      """
      with asked as materialized (
        select i.* from views.job j join views.item i on i.job_id = j.job_id
      """;

  private static final String COUNTED =
      "), counted as (select state, count(*) as items from asked group by state)";

  /** The job is looked up for each shown item: joined, it might be by a walk over all jobs. */
  private static final String COLUMNS =
      """

      select s.state, coalesce(c.items, 0) as items, i.*, coalesce(j.name, '') as job_name, j.reference, j.company
      from unnest(:states::text[]) with ordinality as s(state, place)
      left join counted c on c.state = s.state
      left join lateral (
        select item_id, job_id, number, name, quantity, product_code, artwork_version, state_since, state_position
        from %s where state = s.state and state_position > :cursor order by state_position limit :limit
      ) i on true
      left join lateral (
        select name, reference, company from views.job where job_id = i.job_id offset 0
      ) j on true
      order by s.place, i.state_position
      """;

  private final JdbcClient jdbc;

  BoardSql(JdbcClient viewsJdbc) {
    this.jdbc = viewsJdbc;
  }

  /**
   * The columns that are asked for, each with one item more than the page holds when there are.
   *
   * @param now up to when their age is told
   */
  List<Column> columns(BoardFilter filter, Page page, Instant now) {
    Conditions ofTheJob = filter.ofTheJob();
    String sql =
        ofTheJob.none()
            ? KEPT_COUNTS + COLUMNS.formatted("views.item")
            : ASKED + ofTheJob.where() + COUNTED + COLUMNS.formatted("asked");
    Map<ItemState, Column> columns = new EnumMap<>(ItemState.class);
    jdbc.sql(sql)
        .params(ofTheJob.parameters())
        .param("states", words(filter.states()))
        .param("cursor", page.cursor() == null ? 0 : page.cursor())
        .param("limit", page.limit() + 1)
        .query((ResultSet row) -> {
          ItemState state = Objects.requireNonNull(ItemState.of(row.getString(1)));
          Column column = columns.get(state);
          if (column == null) {
            column = new Column(state, row.getLong(2), new ArrayList<>());
            columns.put(state, column);
          }
          if (row.getString("item_id") != null) {
            column.items().add(card(row, now));
          }
        });
    return List.copyOf(columns.values());
  }

  private static String[] words(Set<ItemState> states) {
    return (states.isEmpty() ? Arrays.stream(ItemState.values()) : states.stream())
        .map(ItemState::word)
        .toArray(String[]::new);
  }

  private static Card card(ResultSet row, Instant now) throws SQLException {
    Instant since = instant(row, "state_since");
    return new Card(
        row.getString("item_id"),
        row.getString("job_id"),
        row.getString("job_name"),
        row.getString("reference"),
        row.getString("company"),
        row.getLong("number"),
        row.getString("name"),
        row.getInt("quantity"),
        row.getString("product_code"),
        row.getInt("artwork_version"),
        since,
        // The ledger's clock may be another machine's, and a little ahead.
        Math.max(0, Duration.between(since, now).toSeconds()),
        row.getLong("state_position"));
  }
}
