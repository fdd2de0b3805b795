package jobtrail.command.user;

import java.util.function.UnaryOperator;
import jobtrail.events.PersonalText;
import jobtrail.events.user.UserEvent;
import jobtrail.events.user.UserEvent.UserCreated;
import jobtrail.events.user.UserEvent.UserDeactivated;
import jobtrail.events.user.UserEvent.UserDepartmentChanged;
import jobtrail.events.user.UserEvent.UserReactivated;
import jobtrail.events.user.UserEvent.UserRenamed;
import jobtrail.events.user.UserId;
import org.jspecify.annotations.Nullable;

/** A user, as far as their own rules have to know them. */
sealed interface UserState {

  /** The state after one more event. */
  UserState evolve(UserEvent event);

  record NotCreated() implements UserState {

    @Override
    public UserState evolve(UserEvent event) {
      if (event instanceof UserCreated user) {
        return new Known(user.userId(), user.name(), user.department(), true);
      }
      throw new IllegalStateException(event + " happened to a user who was never created");
    }
  }

  /**
   * Taken in; nobody is ever forgotten, since the past speaks of them.
   *
   * @param active works here now
   */
  record Known(UserId userId, PersonalText name, @Nullable String department, boolean active)
      implements UserState {

    @Override
    public UserState evolve(UserEvent event) {
      return switch (event) {
        case UserCreated again -> throw new IllegalStateException(again + " happened twice");
        case UserRenamed to -> new Known(userId, to.name(), department, active);
        case UserDepartmentChanged to -> new Known(userId, name, to.department(), active);
        case UserDeactivated gone -> new Known(userId, name, department, false);
        case UserReactivated back -> new Known(userId, name, department, true);
      };
    }

    /** The same user with the name passed through {@code opening}. */
    Known opened(UnaryOperator<PersonalText> opening) {
      return new Known(userId, opening.apply(name), department, active);
    }
  }
}
