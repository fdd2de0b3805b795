package jobtrail.command.path;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts in the database itself, from the stored events, how many serials stand on each step. */
@Component
class StandingSql {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  StandingSql(DataSource pool) {
    jdbc = JdbcClient.create(pool);
    transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
  }

  /**
   * Counts on by at most {@code most} events, one node at a time.
   *
   * @return the position up to which is counted now
   */
  long follow(long upTo, int most) {
    Long reached = transaction.execute(status -> followLocked(upTo, most));
    return reached == null ? 0 : reached;
  }

  private long followLocked(long upTo, int most) {
    long from =
        jdbc.sql("select position from command.standing_progress for update")
            .query(Long.class)
            .single();
    long to = Math.min(upTo, from + most);
    if (to <= from) {
      return from;
    }
    jdbc.sql(
            """
            insert into command.standing (path_id, step_id, serials)
            select moved.path_id, moved.step_id, sum(moved.serials)
            from ledger.event e
            cross join lateral (
              values (e.payload ->> 'pathId', coalesce(e.payload ->> 'step', e.payload ->> 'toStep'), 1),
                     (e.payload ->> 'pathId', e.payload ->> 'fromStep', -1)
            ) as moved (path_id, step_id, serials)
            where e.position > :from and e.position <= :to
              and e.name in ('serial.created', 'serial.advanced', 'serial.completed') and moved.step_id is not null
            group by moved.path_id, moved.step_id
            order by moved.path_id, moved.step_id
            on conflict (path_id, step_id) do update set serials = standing.serials + excluded.serials
            """)
        .param("from", from)
        .param("to", to)
        .update();
    jdbc.sql("update command.standing_progress set position = :to").param("to", to).update();
    return to;
  }

  List<String> occupiedSteps(String pathId) {
    return jdbc.sql("select step_id from command.standing where path_id = :path and serials > 0")
        .param("path", pathId)
        .query((row, number) -> row.getString(1))
        .list();
  }
}
