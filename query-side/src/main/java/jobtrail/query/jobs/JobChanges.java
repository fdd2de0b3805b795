package jobtrail.query.jobs;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import jobtrail.query.platform.Gathered;
import jobtrail.query.platform.Moment;

/** The jobs that a batch of events is about; those it changes are written at its end. */
final class JobChanges implements Gathered {

  private final JobRows rows;
  private final Map<String, JobRow> jobs = new HashMap<>();

  JobChanges(JobRows rows, Collection<String> ids) {
    this.rows = rows;
    rows.findAllById(ids).forEach(row -> jobs.put(row.jobId, row));
  }

  void add(JobRow row) {
    jobs.put(row.jobId, row);
  }

  /** The job that something just happened to. */
  JobRow touched(String jobId, Moment when) {
    JobRow row = jobs.get(jobId);
    if (row == null) {
      throw new IllegalStateException("Never heard of " + jobId);
    }
    row.touched(when);
    return row;
  }

  @Override
  public void write() {
    rows.saveAll(jobs.values().stream().filter(JobRow::isNew).toList());
    rows.flush();
  }
}
