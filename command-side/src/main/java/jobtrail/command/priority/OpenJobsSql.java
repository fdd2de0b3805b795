package jobtrail.command.priority;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import jobtrail.command.platform.FollowerSql;
import jobtrail.command.priority.ShopJobs.Known;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds out in the database itself, from the stored events, which jobs are open: those without a
 * path, and those with a path whose goal is not reached.
 */
@Component
class OpenJobsSql {

  /** In this order: what a bite brings of one path is laid out, changed, counted, given up. */
  private static final List<String> STEPS =
      List.of(
          """
          insert into command.job (job_id, position)
          select e.stream_id, e.position from ledger.event e
          where e.position > :from and e.position <= :to and e.name = 'job.created'
          """,
          """
          insert into command.job_path (path_id, job_id, goal, completed)
          select e.stream_id, e.job_id, (e.payload ->> 'goalQuantity')::bigint, 0 from ledger.event e
          where e.position > :from and e.position <= :to and e.name = 'path.created'
          """,
          """
          update command.job_path p set goal = changed.goal
          from (
            select distinct on (e.stream_id) e.stream_id, (e.payload ->> 'goalQuantity')::bigint as goal
            from ledger.event e
            where e.position > :from and e.position <= :to and e.name = 'path.goal-changed'
            order by e.stream_id, e.position desc
          ) changed
          where p.path_id = changed.stream_id
          """,
          """
          update command.job_path p set completed = p.completed + counted.serials
          from (
            select e.payload ->> 'pathId' as path_id,
                   sum(case e.name when 'serial.move-undone' then -1 else 1 end) as serials
            from ledger.event e
            where e.position > :from and e.position <= :to
              and (e.name in ('serial.completed', 'serial.force-completed')
                or e.name = 'serial.move-undone' and e.payload ->> 'undone' = 'completion')
            group by 1
          ) counted
          where p.path_id = counted.path_id
          """,
          """
          delete from command.job_path p using ledger.event e
          where e.position > :from and e.position <= :to and e.name = 'path.deleted'
            and p.path_id = e.stream_id
          """);

  private final JdbcClient jdbc;
  private final FollowerSql follower;

  OpenJobsSql(DataSource pool) {
    jdbc = JdbcClient.create(pool);
    follower = new FollowerSql(pool, "command.job_progress", this::take);
  }

  /** Fills the tables from the ledger. */
  FollowerSql follower() {
    return follower;
  }

  private void take(long from, long to) {
    for (String step : STEPS) {
      jdbc.sql(step).param("from", from).param("to", to).update();
    }
  }

  Known known(Collection<String> named) {
    List<String> open =
        jdbc.sql(
                """
                select j.job_id from command.job j
                left join command.job_path p on p.job_id = j.job_id
                group by j.job_id
                having count(p.path_id) = 0 or bool_or(p.completed < p.goal)
                order by j.position
                """)
            .query((row, number) -> row.getString(1))
            .list();
    Set<String> others = new LinkedHashSet<>(named);
    others.removeAll(new HashSet<>(open));
    return new Known(open, thereAmong(others));
  }

  private Set<String> thereAmong(Set<String> ids) {
    return jdbc.sql("select job_id from command.job where job_id = any(:ids)")
        .param("ids", ids.toArray(String[]::new))
        .query((row, number) -> row.getString(1))
        .set();
  }
}
