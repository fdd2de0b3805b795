package jobtrail.query.workqueue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Reads the queues. Each answer is one look at the serials, so that none is in two of its rows, and
 * none that moves meanwhile is in no row; it steps from step to step through an index and never
 * walks over the serials of one.
 */
@Component
class WorkQueueSql {

  /** Serials that a row shows, and a list of them unless more are asked for. */
  static final int SHOWN = 100;

  /** Every step that a serial stands on. */
  static final String STANDING =
      """
      with recursive standing (step_id) as (
        (select step_id from views.serial where status = 'in_progress' order by step_id limit 1)
        union all
        select (
          select s.step_id from views.serial s
          where s.status = 'in_progress' and s.step_id > standing.step_id order by s.step_id limit 1)
        from standing where standing.step_id is not null
      )
      """;

  private static final String BUSY =
      """
      select q.counts_at from standing
      join views.queue_step q on q.step_id = standing.step_id
      """;

  private static final String BUSY_OR_WANTING =
      BUSY + " union all select first_step from views.queue_path where wanting";

  private static final String ONE = "select counts_at from views.queue_step where step_id = :step";

  private static final String ROWS =
      """
      select t.*, coalesce(j.name, '') as job_name, coalesce(p.name, '') as path_name,
        w.serials, w.positions, coalesce(c.standing, 0) as standing
      from (
        select * from views.queue_step
        where step_id in (%s) and place > :cursor and (:user::text is null or assigned_to = :user)
        order by place limit :limit
      ) t
      join views.queue_step q on q.counts_at = t.step_id
      left join views.job j on j.job_id = t.job_id
      left join views.path p on p.path_id = t.path_id
      left join views.step_progress c on c.path_id = q.path_id and c.step_id = q.step_id
      cross join lateral (
        select string_agg(f.serial_id, ' ') as serials,
          case when t.shared then string_agg(f.created_position::text, ' ') end as positions
        from (
          select s.serial_id, s.created_position from views.serial s
          where s.step_id = q.step_id and s.status = 'in_progress'
          order by s.created_position limit :shown
        ) f
      ) w
      order by t.place
      """;

  private final JdbcClient jdbc;

  WorkQueueSql(JdbcClient viewsJdbc) {
    this.jdbc = viewsJdbc;
  }

  /** Rows with work, in the order of the queues. */
  List<QueuedWork> busy(@Nullable String userId, long cursor, int limit) {
    return rows(STANDING + ROWS.formatted(BUSY), userId, cursor, limit);
  }

  /** The same, and empty first steps of paths on which more serials are to be created. */
  List<QueuedWork> busyOrWanting(long cursor, int limit) {
    return rows(STANDING + ROWS.formatted(BUSY_OR_WANTING), null, cursor, limit);
  }

  /** One step's row, or that of the step where a retired one's serials count. */
  Optional<QueuedWork> step(String stepId) {
    return rows(
            jdbc.sql(ROWS.formatted(ONE))
                .param("step", stepId)
                .param("user", null, Types.VARCHAR)
                .param("cursor", 0)
                .param("limit", 1))
        .stream()
        .findFirst();
  }

  private List<QueuedWork> rows(String sql, @Nullable String userId, long cursor, int limit) {
    return rows(
        jdbc.sql(sql)
            .param("user", userId, Types.VARCHAR)
            .param("cursor", cursor)
            .param("limit", limit));
  }

  private static List<QueuedWork> rows(StatementSpec statement) {
    Map<QueueStep, Found> byStep = new LinkedHashMap<>();
    statement
        .param("shown", SHOWN)
        .query((ResultSet row) -> {
          byStep.merge(step(row), found(row), Found::and);
        });
    List<QueuedWork> rows = new ArrayList<>(byStep.size());
    byStep.forEach((step, found) ->
        rows.add(QueuedWork.of(step, found.jobName(), found.pathName(), found.waiting())));
    return rows;
  }

  private static QueueStep step(ResultSet row) throws SQLException {
    return new QueueStep(
        row.getString("step_id"),
        row.getString("path_id"),
        row.getString("job_id"),
        row.getString("counts_at"),
        row.getBoolean("shared"),
        row.getLong("place"),
        row.getInt("step_order"),
        row.getInt("total_steps"),
        row.getString("name"),
        row.getString("location"),
        row.getString("assigned_to"),
        row.getString("previous_id"),
        row.getString("previous_name"),
        row.getString("next_id"),
        row.getString("next_name"),
        row.getString("next_location"));
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        row.getString("job_name"),
        row.getString("path_name"),
        Waiting.read(
            row.getString("serials"), row.getString("positions"), SHOWN, row.getLong("standing")));
  }

  /** What was found of a step, or of one whose serials count there. */
  private record Found(String jobName, String pathName, Waiting waiting) {

    Found and(Found other) {
      return new Found(jobName, pathName, waiting.and(other.waiting));
    }
  }
}
