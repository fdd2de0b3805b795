package jobtrail.query.jobs;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import jobtrail.query.jobprogress.JobProgress.PathCount;
import jobtrail.query.paths.PathView;
import org.jspecify.annotations.Nullable;

/**
 * How far a job is, in the documented shape (goals of the paths) and in the counted one (the job's
 * own goal, less what was scrapped). Nothing is rounded, and a job may get past 100 percent.
 */
@Schema(name = "JobProgress")
record ProgressView(
    long totalGoal,
    long totalCompleted,
    double percentComplete,
    List<PathProgress> pathProgress,
    String jobId,
    String jobName,
    long goalQuantity,
    long totalSerials,
    long completedSerials,
    long inProgressSerials,
    long scrappedSerials,
    long producedQuantity,
    long orderedQuantity,
    double progressPercent,
    @Schema(description = "Units the customer is still owed") long shortfall) {

  /** How far one path is. */
  @Schema(name = "PathProgress")
  record PathProgress(
      String pathId,
      String pathName,
      long goal,
      long completed,
      double percentComplete,
      long shortfall) {}

  /** What progress has to know of a path. */
  record PathGoal(String pathId, String pathName, int goal) {}

  static ProgressView of(JobView job, List<PathView> paths, Map<String, PathCount> counts) {
    List<PathGoal> goals =
        paths.stream()
            .map(path -> new PathGoal(path.id(), path.name(), path.goalQuantity()))
            .toList();
    return of(job.id(), job.name(), job.goalQuantity(), goals, counts);
  }

  static ProgressView of(
      String jobId,
      String jobName,
      @Nullable Integer goalQuantity,
      List<PathGoal> paths,
      Map<String, PathCount> counts) {
    List<PathProgress> each =
        paths.stream().map(path -> of(path, count(counts, path.pathId()).completed())).toList();
    long totalGoal = each.stream().mapToLong(PathProgress::goal).sum();
    long totalCompleted = each.stream().mapToLong(PathProgress::completed).sum();
    long created = counts.values().stream().mapToLong(PathCount::created).sum();
    long completed = counts.values().stream().mapToLong(PathCount::completed).sum();
    long scrapped = counts.values().stream().mapToLong(PathCount::scrapped).sum();
    long goal = goalQuantity == null ? 0 : goalQuantity;
    return new ProgressView(
        totalGoal,
        totalCompleted,
        percent(totalCompleted, totalGoal),
        each,
        jobId,
        jobName,
        goal,
        created,
        completed,
        created - completed - scrapped,
        scrapped,
        created,
        goal,
        progressPercent(goalQuantity, completed, scrapped),
        paths.isEmpty()
            ? Math.max(0, goal - completed)
            : each.stream().mapToLong(PathProgress::shortfall).sum());
  }

  /** Scrapped units lower what is asked for; once nothing is asked for, anything done is all. */
  static double progressPercent(@Nullable Integer goal, long completed, long scrapped) {
    if (goal == null) {
      return 0;
    }
    long adjusted = goal - scrapped;
    if (adjusted > 0) {
      return percent(completed, adjusted);
    }
    return completed > 0 ? 100 : 0;
  }

  private static PathProgress of(PathGoal path, long completed) {
    return new PathProgress(
        path.pathId(),
        path.pathName(),
        path.goal(),
        completed,
        percent(completed, path.goal()),
        Math.max(0, path.goal() - completed));
  }

  private static PathCount count(Map<String, PathCount> counts, String pathId) {
    return counts.getOrDefault(pathId, new PathCount(pathId, 0, 0, 0));
  }

  private static double percent(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole * 100;
  }
}
