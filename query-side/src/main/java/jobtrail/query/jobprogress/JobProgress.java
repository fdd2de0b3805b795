package jobtrail.query.jobprogress;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The counters as other questions need them too. */
@Component
public class JobProgress {

  /** Name of the view. */
  public static final String VIEW = "job-progress";

  private final JobProgressSql sql;

  JobProgress(JobProgressSql sql) {
    this.sql = sql;
  }

  /** Serials of a path: ever created, completed (by force too), scrapped. */
  public record PathCount(String pathId, long created, long completed, long scrapped) {}

  /**
   * Serials of a step.
   *
   * @param standing on it now, neither scrapped nor completed
   * @param done those for which the step is completed, whatever has become of them since
   */
  public record StepCount(String stepId, long standing, long done) {}

  /** Counters of a job's paths, by path; paths without serials are missing. */
  public Map<String, PathCount> ofJob(String jobId) {
    return sql.ofJob(jobId).stream()
        .collect(Collectors.toMap(PathCount::pathId, Function.identity()));
  }

  /** Counters of one path. */
  public PathCount ofPath(String pathId) {
    return sql.ofPath(pathId).stream().findFirst().orElse(new PathCount(pathId, 0, 0, 0));
  }

  /** Counters of a path's steps; steps no serial came to are missing. */
  public List<StepCount> steps(String pathId) {
    return sql.steps(pathId);
  }
}
