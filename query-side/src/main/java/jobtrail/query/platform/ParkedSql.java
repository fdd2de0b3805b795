package jobtrail.query.platform;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks which jobs are parked, on whichever node that happened. */
@Component
class ParkedSql {

  private final JdbcClient jdbc;

  ParkedSql(JdbcClient viewsJdbc) {
    this.jdbc = viewsJdbc;
  }

  /**
   * True when one of the views holds back events of one of these jobs, paths or serials, or of the
   * job that one of these paths or steps belongs to.
   */
  boolean touches(Collection<String> views, Collection<String> ids) {
    return jdbc.sql(
            """
            select exists (select from views.parked where processor = any(:views) and (
              job_id = any(:ids) or stream_id = any(:ids)
              or job_id in (select job_id from views.path where path_id = any(:ids))
              or job_id in (select job_id from views.queue_step where step_id = any(:ids))
              or job_id in (
                select job_id from views.path
                where jsonb_path_query_array(route::jsonb, '$.steps[*].step.stepId') ??| :ids)))
            """)
        .param("views", views.toArray(String[]::new))
        .param("ids", ids.toArray(String[]::new))
        .query((row, number) -> row.getBoolean(1))
        .single();
  }

  /** Parked events of each view that has any. */
  Map<String, Long> counts() {
    return jdbc
        .sql("select processor, count(*) events from views.parked group by processor")
        .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
