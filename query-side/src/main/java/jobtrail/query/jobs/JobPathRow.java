package jobtrail.query.jobs;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.util.List;
import jobtrail.events.path.Step;
import jobtrail.query.platform.Folded;
import org.springframework.data.domain.Persistable;

/**
 * What a job has to know of one of its paths: whether its goal is reached, and its steps' names.
 */
@Entity
@Table(name = "job_path", schema = "views")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class JobPathRow implements Persistable<String> {

  @Id String pathId;
  String jobId;
  int goal;
  int completed;
  String[] stepKeys;
  @Transient private boolean fresh;

  JobPathRow() {}

  /** A path that was just laid out. */
  JobPathRow(String pathId, String jobId, int goal, List<Step> steps) {
    this.pathId = pathId;
    this.jobId = jobId;
    this.goal = goal;
    this.fresh = true;
    leadsBy(steps);
  }

  final void leadsBy(List<Step> steps) {
    stepKeys = Folded.all(steps.stream().map(Step::name).toList());
  }

  boolean unfinished() {
    return completed < goal;
  }

  @Override
  public String getId() {
    return pathId;
  }

  @Override
  public boolean isNew() {
    return fresh;
  }
}
