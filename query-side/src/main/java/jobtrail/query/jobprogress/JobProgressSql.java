package jobtrail.query.jobprogress;

import static jobtrail.query.platform.ColumnSql.longs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import jobtrail.events.DomainEvent;
import jobtrail.query.jobprogress.JobProgress.PathCount;
import jobtrail.query.jobprogress.JobProgress.StepCount;
import jobtrail.query.jobprogress.ProgressChanges.PathDelta;
import jobtrail.query.jobprogress.ProgressChanges.StepDelta;
import jobtrail.query.jobprogress.ProgressChanges.StepKey;
import jobtrail.query.platform.ViewTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The counters' tables: moved by a batch's deltas, read by job or path. */
@Component
class JobProgressSql implements ViewTables<ProgressChanges> {

  private final JdbcClient jdbc;

  JobProgressSql(JdbcClient viewsJdbc) {
    this.jdbc = viewsJdbc;
  }

  @Override
  public String name() {
    return JobProgress.VIEW;
  }

  @Override
  public List<String> tables() {
    return List.of("views.path_progress", "views.step_progress");
  }

  @Override
  public ProgressChanges gather(List<DomainEvent> batch) {
    return new ProgressChanges(this);
  }

  void addPaths(SortedMap<String, PathDelta> deltas) {
    jdbc.sql(
            """
            insert into views.path_progress as p (path_id, job_id, created, completed, scrapped)
            select * from unnest(:paths, :jobs, :created, :completed, :scrapped)
            on conflict (path_id) do update set
              created = p.created + excluded.created, completed = p.completed + excluded.completed,
              scrapped = p.scrapped + excluded.scrapped
            """)
        .param("paths", deltas.keySet().toArray(String[]::new))
        .param("jobs", deltas.values().stream().map(delta -> delta.jobId).toArray(String[]::new))
        .param("created", longs(deltas.values(), delta -> delta.created))
        .param("completed", longs(deltas.values(), delta -> delta.completed))
        .param("scrapped", longs(deltas.values(), delta -> delta.scrapped))
        .update();
  }

  void addSteps(SortedMap<StepKey, StepDelta> deltas) {
    jdbc.sql(
            """
            insert into views.step_progress as s (path_id, step_id, standing, done)
            select * from unnest(:paths, :steps, :standing, :done)
            on conflict (path_id, step_id) do update set
              standing = s.standing + excluded.standing, done = s.done + excluded.done
            """)
        .param("paths", deltas.keySet().stream().map(StepKey::pathId).toArray(String[]::new))
        .param("steps", deltas.keySet().stream().map(StepKey::stepId).toArray(String[]::new))
        .param("standing", longs(deltas.values(), delta -> delta.standing))
        .param("done", longs(deltas.values(), delta -> delta.done))
        .update();
  }

  List<PathCount> ofJob(String jobId) {
    return jdbc.sql(
            "select path_id, created, completed, scrapped from views.path_progress where job_id = :job")
        .param("job", jobId)
        .query(JobProgressSql::pathCount)
        .list();
  }

  List<PathCount> ofPath(String pathId) {
    return jdbc.sql(
            "select path_id, created, completed, scrapped from views.path_progress where path_id = :path")
        .param("path", pathId)
        .query(JobProgressSql::pathCount)
        .list();
  }

  List<StepCount> steps(String pathId) {
    return jdbc.sql("select step_id, standing, done from views.step_progress where path_id = :path")
        .param("path", pathId)
        .query((row, number) -> new StepCount(row.getString(1), row.getLong(2), row.getLong(3)))
        .list();
  }

  private static PathCount pathCount(ResultSet row, int number) throws SQLException {
    return new PathCount(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4));
  }
}
