package jobtrail.query.workqueue;

import java.util.ArrayList;
import java.util.List;
import jobtrail.query.workqueue.Waiting.Waiter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what waits at, and comes to, the steps of one name on all paths. */
@Component
class NamedStepsSql {

  private static final String NAMED =
      """
      select distinct on (path_id) step_id, path_id, step_order, place, location, next_name, next_location
      from views.queue_step where name = :name and counts_at = step_id order by path_id, step_order
      """;

  private static final String PARTS =
      """
      with named as (%s)
      select n.step_order - at.step_order as ahead, n.location, n.next_name, n.next_location,
        q.job_id, coalesce(j.name, '') as job_name, q.path_id, coalesce(p.name, '') as path_name,
        w.serials, w.positions, c.serials as standing
      from views.standing_count c
      join views.queue_step q on q.step_id = c.step_id
      join views.queue_step at on at.step_id = q.counts_at
      join named n on n.path_id = q.path_id and n.step_order >= at.step_order
      left join views.job j on j.job_id = q.job_id
      left join views.path p on p.path_id = q.path_id
      cross join lateral (
        select string_agg(f.serial_id, ' ') as serials, string_agg(f.created_position::text, ' ') as positions
        from (
          select s.serial_id, s.created_position from views.standing s
          where s.step_id = c.step_id
          order by s.created_position limit :shown
        ) f
      ) w
      order by at.place, q.step_id
      """
          .formatted(NAMED);

  private final JdbcClient jdbc;

  NamedStepsSql(JdbcClient viewsJdbc) {
    this.jdbc = viewsJdbc;
  }

  /** The first step of this name on each path that has one, in the order of the queues. */
  List<NamedStep> named(String name) {
    return jdbc.sql("select * from (" + NAMED + ") named order by place")
        .param("name", name)
        .query((row, number) -> new NamedStep(row.getString("step_id"), row.getString("location")))
        .list();
  }

  /** What stands on these steps or before them, up to a number of serials from each step. */
  List<Coming> coming(String name, int most) {
    List<Coming> coming = new ArrayList<>();
    jdbc.sql(PARTS)
        .param("name", name)
        .param("shown", most)
        .query(row -> {
          coming.add(
              new Coming(
                  row.getInt("ahead"),
                  row.getString("location"),
                  row.getString("next_name"),
                  row.getString("next_location"),
                  row.getString("job_id"),
                  row.getString("job_name"),
                  row.getString("path_id"),
                  row.getString("path_name"),
                  new Waiting(
                      Waiter.read(row.getString("serials"), row.getString("positions")),
                      row.getLong("standing"))));
        });
    return coming;
  }
}
