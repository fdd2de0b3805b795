package jobtrail.query.jobs;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import jobtrail.query.platform.Moment;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** One job as its events left it. */
@Entity
@Table(name = "job", schema = "views")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class JobRow implements Persistable<String> {

  @Id String jobId;
  String name;
  @Nullable Integer goalQuantity;
  @Nullable String reference;
  @Nullable String company;
  @Nullable String contact;
  @Nullable String jira;
  long createdPosition;
  Instant createdAt;
  Instant updatedAt;
  long version;
  @Transient private boolean fresh;

  JobRow() {}

  /** A job that was just created; the rest is set by its projection. */
  JobRow(String jobId, String name, Moment when) {
    this.jobId = jobId;
    this.name = name;
    this.createdPosition = when.position();
    this.createdAt = when.at();
    this.fresh = true;
    touched(when);
  }

  final void touched(Moment when) {
    updatedAt = when.at();
    version = when.version();
  }

  @Override
  public String getId() {
    return jobId;
  }

  @Override
  public boolean isNew() {
    return fresh;
  }
}
