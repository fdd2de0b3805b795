package jobtrail.command.path;

import javax.sql.DataSource;
import jobtrail.command.platform.FollowerSql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes in the database itself, from the stored events of paths, which steps each path ever had.
 */
@Component
class StepIndexSql {

  private final JdbcClient jdbc;
  private final FollowerSql follower;

  StepIndexSql(DataSource pool) {
    jdbc = JdbcClient.create(pool);
    follower = new FollowerSql(pool, "command.step_path_progress", this::take);
  }

  /** Id of the path that has or had this step; null when none is noted. */
  @Nullable String pathOf(String stepId) {
    return jdbc.sql("select path_id from command.step_path where step_id = :step")
        .param("step", stepId)
        .query((row, number) -> row.getString(1))
        .optional()
        .orElse(null);
  }

  /** Fills the tables from the ledger. */
  FollowerSql follower() {
    return follower;
  }

  private void take(long from, long to) {
    jdbc.sql(
            """
            insert into command.step_path (step_id, path_id)
            select distinct step ->> 'stepId', e.stream_id
            from ledger.event e
            cross join lateral json_array_elements(e.payload -> 'steps') as step
            where e.stream_type = 'path' and e.position > :from and e.position <= :to
              and e.name in ('path.created', 'path.steps-changed')
            on conflict (step_id) do nothing
            """)
        .param("from", from)
        .param("to", to)
        .update();
  }
}
