package jobtrail.query.users;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import jobtrail.query.platform.Moment;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** One user as their events left them. */
@Entity
@Table(name = "shop_user", schema = "views")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class UserRow implements Persistable<String> {

  @Id String userId;
  String name;
  @Nullable String department;
  boolean active;
  long createdPosition;
  Instant createdAt;
  long version;
  @Transient private boolean fresh;

  UserRow() {}

  /** A user who was just taken in; the rest is set by the projection. */
  UserRow(String userId, String name, Moment when) {
    this.userId = userId;
    this.name = name;
    this.active = true;
    this.createdPosition = when.position();
    this.createdAt = when.at();
    this.version = when.version();
    this.fresh = true;
  }

  @Override
  public String getId() {
    return userId;
  }

  @Override
  public boolean isNew() {
    return fresh;
  }
}
