package jobtrail.query.workqueue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jobtrail.query.platform.Stored;
import jobtrail.query.workqueue.FirstWaiting.Known;
import jobtrail.query.workqueue.Waiting.Waiter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Reads the queues. Each answer is one look at the serials, so that none is in two of its rows, and
 * none that moves meanwhile is in no row. It reads the first serials of those steps only where
 * something has moved since this node read them, which the version of a step's counter tells
 * ({@code xmin}, the transaction that wrote it), and never walks over the serials of one.
 */
@Component
class WorkQueueSql {

  /** Serials that a row shows, and a list of them unless more are asked for. */
  static final int SHOWN = 100;

  private static final String BUSY =
      """
      select q.counts_at from views.standing_count c
      join views.queue_step q on q.step_id = c.step_id
      """;

  private static final String BUSY_OR_WANTING =
      BUSY + " union all select first_step from views.queue_path where wanting";

  private static final String ONE = "select counts_at from views.queue_step where step_id = :step";

  private static final String ROWS =
      """
      select t.*, coalesce(j.name, '') as job_name, coalesce(p.name, '') as path_name,
        c.step_id as standing_on, c.serials as standing, c.xmin::text as mark, w.serials, w.positions
      from (
        select * from views.queue_step
        where step_id in (%s) and place > :cursor and (:user::text is null or assigned_to = :user)
        order by place limit :limit
      ) t
      join views.queue_step q on q.counts_at = t.step_id
      left join views.job j on j.job_id = t.job_id
      left join views.path p on p.path_id = t.path_id
      left join views.standing_count c on c.step_id = q.step_id
      left join lateral (
        select string_agg(f.serial_id, ' ') as serials, string_agg(f.created_position::text, ' ') as positions
        from (
          select s.serial_id, s.created_position from views.standing s
          where s.step_id = c.step_id and (select :known::jsonb) ->> c.step_id is distinct from c.xmin::text
          order by s.created_position limit :shown
        ) f
      ) w on true
      order by t.place
      """;

  private final JdbcClient jdbc;
  private final Stored stored;
  private final FirstWaiting firsts = new FirstWaiting();

  WorkQueueSql(JdbcClient viewsJdbc, Stored stored) {
    this.jdbc = viewsJdbc;
    this.stored = stored;
  }

  /** Rows with work, in the order of the queues. */
  List<QueuedWork> busy(@Nullable String userId, long cursor, int limit) {
    return rows(ROWS.formatted(BUSY), userId, cursor, limit);
  }

  /** The same, and empty first steps of paths on which more serials are to be created. */
  List<QueuedWork> busyOrWanting(long cursor, int limit) {
    return rows(ROWS.formatted(BUSY_OR_WANTING), null, cursor, limit);
  }

  /** One step's row, or that of the step where a retired one's serials count. */
  Optional<QueuedWork> step(String stepId) {
    return rows(
            jdbc.sql(ROWS.formatted(ONE))
                .param("step", stepId)
                .param("user", null, Types.VARCHAR)
                .param("cursor", 0)
                .param("limit", 1),
            Map.of())
        .stream()
        .findFirst();
  }

  private List<QueuedWork> rows(String sql, @Nullable String userId, long cursor, int limit) {
    return rows(
        jdbc.sql(sql)
            .param("user", userId, Types.VARCHAR)
            .param("cursor", cursor)
            .param("limit", limit),
        firsts.known());
  }

  private List<QueuedWork> rows(StatementSpec statement, Map<String, Known> known) {
    Map<QueueStep, Found> byStep = new LinkedHashMap<>();
    statement
        .param("shown", SHOWN)
        .param("known", stored.text(FirstWaiting.marks(known)))
        .query((ResultSet row) -> {
          byStep.merge(step(row), found(row, known), Found::and);
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

  private Found found(ResultSet row, Map<String, Known> known) throws SQLException {
    return new Found(row.getString("job_name"), row.getString("path_name"), waiting(row, known));
  }

  private Waiting waiting(ResultSet row, Map<String, Known> known) throws SQLException {
    String stepId = row.getString("standing_on");
    if (stepId == null) {
      return Waiting.NONE;
    }
    String mark = row.getString("mark");
    Known first = known.get(stepId);
    if (first == null || !first.mark().equals(mark)) {
      first = new Known(mark, Waiter.read(row.getString("serials"), row.getString("positions")));
      firsts.learn(stepId, first);
    }
    return new Waiting(first.first(), row.getLong("standing"));
  }

  /** What was found of a step, or of one whose serials count there. */
  private record Found(String jobName, String pathName, Waiting waiting) {

    Found and(Found other) {
      return new Found(jobName, pathName, waiting.and(other.waiting));
    }
  }
}
