package jobtrail.query.jobprogress;

import java.util.TreeMap;
import jobtrail.query.platform.Gathered;

/** By how much a batch of events moves the counters; written in order, so that nobody deadlocks. */
final class ProgressChanges implements Gathered {

  private final JobProgressSql sql;
  private final TreeMap<String, PathDelta> paths = new TreeMap<>();
  private final TreeMap<StepKey, StepDelta> steps = new TreeMap<>();

  ProgressChanges(JobProgressSql sql) {
    this.sql = sql;
  }

  PathDelta path(String pathId, String jobId) {
    return paths.computeIfAbsent(pathId, id -> new PathDelta(jobId));
  }

  StepDelta step(String pathId, String stepId) {
    return steps.computeIfAbsent(new StepKey(pathId, stepId), key -> new StepDelta());
  }

  @Override
  public void write() {
    if (!paths.isEmpty()) {
      sql.addPaths(paths);
    }
    if (!steps.isEmpty()) {
      sql.addSteps(steps);
    }
  }

  /** Changes of one path's counters. */
  static final class PathDelta {
    final String jobId;
    long created;
    long completed;
    long scrapped;

    PathDelta(String jobId) {
      this.jobId = jobId;
    }
  }

  /** Changes of one step's counters. */
  static final class StepDelta {
    long standing;
    long done;
  }

  record StepKey(String pathId, String stepId) implements Comparable<StepKey> {
    @Override
    public int compareTo(StepKey other) {
      int byPath = pathId.compareTo(other.pathId);
      return byPath == 0 ? stepId.compareTo(other.stepId) : byPath;
    }
  }
}
