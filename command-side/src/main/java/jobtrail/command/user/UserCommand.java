package jobtrail.command.user;

import jobtrail.command.platform.Addressed;
import jobtrail.events.PersonalText;
import jobtrail.events.user.UserId;
import org.jspecify.annotations.Nullable;

/** What can be asked of a user. */
sealed interface UserCommand extends Addressed {

  UserId userId();

  @Override
  default String streamId() {
    return userId().value();
  }

  /** Take somebody in. */
  record CreateUser(UserId userId, PersonalText name, @Nullable String department)
      implements UserCommand {}

  /** Change what is given; null leaves it as it is. */
  record UpdateUser(
      UserId userId,
      @Nullable PersonalText name,
      @Nullable String department,
      @Nullable Boolean active)
      implements UserCommand {}
}
