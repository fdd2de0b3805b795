package jobtrail.query.paths;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import jobtrail.query.platform.Moment;
import org.springframework.data.domain.Persistable;

/** One path as its events left it. */
@Entity
@Table(name = "path", schema = "views")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class PathRow implements Persistable<String> {

  @Id String pathId;
  String jobId;
  String name;
  int goalQuantity;
  String route;
  String assignees;
  long createdPosition;
  Instant createdAt;
  Instant updatedAt;
  long version;
  @Transient private boolean fresh;

  PathRow() {}

  /** A path that was just laid out; the rest is set by its projection. */
  PathRow(String pathId, String jobId, Moment when) {
    this.pathId = pathId;
    this.jobId = jobId;
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
    return pathId;
  }

  @Override
  public boolean isNew() {
    return fresh;
  }
}
