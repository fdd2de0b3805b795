package jobtrail.query.jobitems;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jobtrail.events.DomainEvent;
import jobtrail.events.item.ItemState;
import jobtrail.query.platform.ViewTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The counters' table, with a column for each state: moved by a batch's deltas, read by job. */
@Component
class JobItemsSql implements ViewTables<JobItemsChanges> {

  private static final String COLUMNS = each(state -> state);

  private static final String ADD =
      "insert into views.job_items as i (job_id, "
          + COLUMNS
          + ") select * from unnest(:jobs, "
          + each(state -> ":" + state)
          + ") on conflict (job_id) do update set "
          + each(state -> "%1$s = i.%1$s + excluded.%1$s".formatted(state));

  private final JdbcClient jdbc;

  JobItemsSql(JdbcClient viewsJdbc) {
    this.jdbc = viewsJdbc;
  }

  @Override
  public String name() {
    return JobItems.VIEW;
  }

  @Override
  public List<String> tables() {
    return List.of("views.job_items");
  }

  @Override
  public JobItemsChanges gather(List<DomainEvent> batch) {
    return new JobItemsChanges(this);
  }

  /** Moves the counters of some jobs, by so much for each state. */
  void add(SortedMap<String, Map<ItemState, Integer>> deltas) {
    StatementSpec statement = jdbc.sql(ADD).param("jobs", deltas.keySet().toArray(String[]::new));
    for (ItemState state : ItemState.values()) {
      statement =
          statement.param(
              state.word(),
              deltas.values().stream()
                  .map(delta -> delta.getOrDefault(state, 0))
                  .toArray(Integer[]::new));
    }
    statement.update();
  }

  Map<String, JobItemsView> ofJobs(Collection<String> jobIds) {
    Map<String, JobItemsView> items = new HashMap<>();
    jdbc.sql("select job_id, " + COLUMNS + " from views.job_items where job_id = any(:jobs)")
        .param("jobs", jobIds.toArray(String[]::new))
        .query((ResultSet row) -> {
          items.put(row.getString("job_id"), JobItemsView.of(counts(row)));
        });
    return items;
  }

  private static Map<ItemState, Integer> counts(ResultSet row) throws SQLException {
    Map<ItemState, Integer> counts = new EnumMap<>(ItemState.class);
    for (ItemState state : ItemState.values()) {
      counts.put(state, row.getInt(state.word()));
    }
    return counts;
  }

  private static String each(Function<String, String> column) {
    return Stream.of(ItemState.values())
        .map(ItemState::word)
        .map(column)
        .collect(Collectors.joining(", "));
  }
}
