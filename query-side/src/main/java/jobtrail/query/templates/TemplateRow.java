package jobtrail.query.templates;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import jobtrail.query.platform.Moment;
import org.springframework.data.domain.Persistable;

/** One template as its events left it. */
@Entity
@Table(name = "template", schema = "views")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class TemplateRow implements Persistable<String> {

  @Id String templateId;
  String name;
  String steps;
  long createdPosition;
  Instant createdAt;
  Instant updatedAt;
  long version;
  @Transient private boolean fresh;

  TemplateRow() {}

  /** A template that was just written down. */
  TemplateRow(String templateId, String name, String steps, Moment when) {
    this.templateId = templateId;
    this.name = name;
    this.steps = steps;
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
    return templateId;
  }

  @Override
  public boolean isNew() {
    return fresh;
  }
}
