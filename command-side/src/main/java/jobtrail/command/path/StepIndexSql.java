package jobtrail.command.path;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notes in the database itself, from the stored events of paths, which steps each path ever had.
 */
@Component
class StepIndexSql {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  StepIndexSql(DataSource pool) {
    jdbc = JdbcClient.create(pool);
    transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
  }

  /** Id of the path that has or had this step; null when none is noted. */
  @Nullable String pathOf(String stepId) {
    return jdbc.sql("select path_id from command.step_path where step_id = :step")
        .param("step", stepId)
        .query((row, number) -> row.getString(1))
        .optional()
        .orElse(null);
  }

  /**
   * Notes on through at most {@code most} positions, one node at a time.
   *
   * @return the position up to which is noted now
   */
  long follow(long upTo, int most) {
    Long reached = transaction.execute(status -> followLocked(upTo, most));
    return reached == null ? 0 : reached;
  }

  private long followLocked(long upTo, int most) {
    long from =
        jdbc.sql("select position from command.step_path_progress for update")
            .query(Long.class)
            .single();
    long to = Math.min(upTo, from + most);
    if (to <= from) {
      return from;
    }
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
    jdbc.sql("update command.step_path_progress set position = :to").param("to", to).update();
    return to;
  }
}
