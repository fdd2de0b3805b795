package jobtrail.events.user;

import java.util.Objects;
import jobtrail.events.DomainEvent;
import jobtrail.events.PersonalText;
import jobtrail.events.StoredAs;
import jobtrail.events.StreamType;
import jobtrail.events.job.JobId;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a user, in the order it usually happens. */
@StreamType("user")
public sealed interface UserEvent extends DomainEvent {

  UserId userId();

  @Override
  default String streamId() {
    return userId().value();
  }

  /** Users belong to the shop, not to a job. */
  @Override
  default @Nullable JobId jobId() {
    return null;
  }

  /**
   * Somebody began to work in the shop.
   *
   * @param name protected by the user's own key
   * @param department where in the shop; null when nobody said
   */
  @StoredAs("user.created")
  record UserCreated(UserId userId, PersonalText name, @Nullable String department)
      implements UserEvent {

    public UserCreated {
      Objects.requireNonNull(userId, "userId");
      Objects.requireNonNull(name, "name");
    }
  }

  @StoredAs("user.renamed")
  record UserRenamed(UserId userId, PersonalText name) implements UserEvent {

    public UserRenamed {
      Objects.requireNonNull(userId, "userId");
      Objects.requireNonNull(name, "name");
    }
  }

  @StoredAs("user.department-changed")
  record UserDepartmentChanged(UserId userId, String department) implements UserEvent {

    public UserDepartmentChanged {
      Objects.requireNonNull(userId, "userId");
      Objects.requireNonNull(department, "department");
    }
  }

  /** Works here no longer, or not for now; what was done and assigned stays as it was. */
  @StoredAs("user.deactivated")
  record UserDeactivated(UserId userId) implements UserEvent {

    public UserDeactivated {
      Objects.requireNonNull(userId, "userId");
    }
  }

  /** Works here again. */
  @StoredAs("user.reactivated")
  record UserReactivated(UserId userId) implements UserEvent {

    public UserReactivated {
      Objects.requireNonNull(userId, "userId");
    }
  }
}
