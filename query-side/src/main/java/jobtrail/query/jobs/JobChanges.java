package jobtrail.query.jobs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jobtrail.query.platform.Gathered;
import jobtrail.query.platform.Moment;
import org.jspecify.annotations.Nullable;

/**
 * The jobs and paths that a batch of events is about; those it changes are written at its end, and
 * so is the last order that jobs were put in.
 */
final class JobChanges implements Gathered {

  private final JobRows rows;
  private final JobPathRows pathRows;
  private final JobOrderSql order;
  private final Map<String, JobRow> jobs = new HashMap<>();
  private final Map<String, JobPathRow> paths = new HashMap<>();
  private final List<JobPathRow> gone = new ArrayList<>();
  private @Nullable List<String> inOrder;

  JobChanges(JobRows rows, JobPathRows pathRows, JobOrderSql order) {
    this.rows = rows;
    this.pathRows = pathRows;
    this.order = order;
  }

  JobChanges about(Collection<String> jobIds, Collection<String> pathIds) {
    rows.findAllById(jobIds).forEach(row -> jobs.put(row.jobId, row));
    pathRows.findAllById(pathIds).forEach(row -> paths.put(row.pathId, row));
    return this;
  }

  void add(JobRow row) {
    jobs.put(row.jobId, row);
  }

  /** The job that something just happened to. */
  JobRow touched(String jobId, Moment when) {
    JobRow row = known(jobId);
    row.touched(when);
    return row;
  }

  void add(JobPathRow path) {
    paths.put(path.pathId, path);
    JobRow job = known(path.jobId);
    job.paths++;
    job.unfinished += path.unfinished() ? 1 : 0;
  }

  /** Changes a path, and with it how many paths its job has to finish. */
  void change(String pathId, Consumer<JobPathRow> change) {
    JobPathRow path = knownPath(pathId);
    boolean before = path.unfinished();
    change.accept(path);
    if (before != path.unfinished()) {
      known(path.jobId).unfinished += before ? -1 : 1;
    }
  }

  void removePath(String pathId) {
    JobPathRow path = knownPath(pathId);
    paths.remove(pathId);
    if (!path.isNew()) {
      gone.add(path);
    }
    JobRow job = known(path.jobId);
    job.paths--;
    job.unfinished -= path.unfinished() ? 1 : 0;
  }

  void putInOrder(List<String> jobIds) {
    inOrder = jobIds;
  }

  @Override
  public void write() {
    rows.saveAll(jobs.values().stream().filter(JobRow::isNew).toList());
    pathRows.saveAll(paths.values().stream().filter(JobPathRow::isNew).toList());
    pathRows.deleteAll(gone);
    rows.flush();
    if (inOrder != null) {
      order.replace(inOrder);
    }
  }

  private JobRow known(String jobId) {
    JobRow row = jobs.get(jobId);
    if (row == null) {
      throw new IllegalStateException("Never heard of " + jobId);
    }
    return row;
  }

  private JobPathRow knownPath(String pathId) {
    JobPathRow row = paths.get(pathId);
    if (row == null) {
      throw new IllegalStateException("Never heard of " + pathId);
    }
    return row;
  }
}
