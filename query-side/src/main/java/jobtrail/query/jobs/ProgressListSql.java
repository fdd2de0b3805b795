package jobtrail.query.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jobtrail.http.Page;
import jobtrail.query.jobprogress.JobProgress.PathCount;
import jobtrail.query.jobs.ProgressView.PathGoal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far many jobs are, with one query: jobs, their paths and the paths' counters. */
@Component
class ProgressListSql {

  private final JdbcClient jdbc;

  ProgressListSql(JdbcClient viewsJdbc) {
    this.jdbc = viewsJdbc;
  }

  /** A job's progress, and where the job stands among the jobs. */
  record Placed(long createdPosition, ProgressView progress) {}

  /**
   * Newest first, one more than the page holds when there are more.
   *
   * @param jobIds only these; null for all
   * @param open only open jobs, or only completed ones; null for both
   */
  List<Placed> newest(@Nullable Set<String> jobIds, @Nullable Boolean open, Page page) {
    String which =
        (jobIds == null ? "" : " and job_id = any(:jobs)")
            + (open == null ? "" : open ? " and open" : " and not open");
    Map<String, Sums> jobs = new LinkedHashMap<>();
    jdbc.sql(
            """
            select j.job_id, j.created_position, j.name, j.goal_quantity, p.path_id, p.name, p.goal_quantity,
                   coalesce(c.created, 0), coalesce(c.completed, 0), coalesce(c.scrapped, 0)
            from (
              select job_id, created_position, name, goal_quantity from views.job
              where created_position < :before%s order by created_position desc limit :limit
            ) j
            left join views.path p on p.job_id = j.job_id
            left join views.path_progress c on c.path_id = p.path_id
            order by j.created_position desc, p.created_position
            """
                .formatted(which))
        .param("before", page.cursor() == null ? Long.MAX_VALUE : page.cursor())
        .param("limit", page.limit() + 1)
        .param("jobs", jobIds == null ? new String[0] : jobIds.toArray(String[]::new))
        .query(row -> {
          Sums job = jobs.get(row.getString(1));
          if (job == null) {
            job = new Sums(row.getLong(2), row.getString(3), row.getObject(4, Integer.class));
            jobs.put(row.getString(1), job);
          }
          String path = row.getString(5);
          if (path != null) {
            job.paths.add(new PathGoal(path, row.getString(6), row.getInt(7)));
            job.counts.put(
                path, new PathCount(path, row.getLong(8), row.getLong(9), row.getLong(10)));
          }
        });
    List<Placed> progress = new ArrayList<>(jobs.size());
    jobs.forEach((id, job) ->
        progress.add(
            new Placed(
                job.createdPosition,
                ProgressView.of(id, job.name, job.goal, job.paths, job.counts))));
    return progress;
  }

  /** What the rows of one job add up to. */
  private static final class Sums {
    private final long createdPosition;
    private final String name;
    private final @Nullable Integer goal;
    private final List<PathGoal> paths = new ArrayList<>();
    private final Map<String, PathCount> counts = new LinkedHashMap<>();

    Sums(long createdPosition, String name, @Nullable Integer goal) {
      this.createdPosition = createdPosition;
      this.name = name;
      this.goal = goal;
    }
  }
}
