package jobtrail.command.user;

import java.util.ArrayList;
import java.util.List;
import jobtrail.command.user.UserCommand.CreateUser;
import jobtrail.command.user.UserCommand.UpdateUser;
import jobtrail.events.user.UserEvent;
import jobtrail.events.user.UserEvent.UserCreated;
import jobtrail.events.user.UserEvent.UserDeactivated;
import jobtrail.events.user.UserEvent.UserDepartmentChanged;
import jobtrail.events.user.UserEvent.UserReactivated;
import jobtrail.events.user.UserEvent.UserRenamed;

/** The rules of a user. */
final class UserDecider {

  private UserDecider() {}

  /**
   * What happens when a user is asked something; nothing when it is so already.
   *
   * @param state with the name opened
   */
  static List<UserEvent> decide(UserCommand command, UserState state) {
    return switch (command) {
      case CreateUser create ->
          List.of(new UserCreated(create.userId(), create.name(), create.department()));
      case UpdateUser update -> update(update, (UserState.Known) state);
    };
  }

  private static List<UserEvent> update(UpdateUser command, UserState.Known user) {
    List<UserEvent> events = new ArrayList<>();
    // Same words; how a name is sealed in the ledger does not matter.
    if (command.name() != null && !command.name().shown().equals(user.name().shown())) {
      events.add(new UserRenamed(user.userId(), command.name()));
    }
    if (command.department() != null && !command.department().equals(user.department())) {
      events.add(new UserDepartmentChanged(user.userId(), command.department()));
    }
    if (command.active() != null && command.active() != user.active()) {
      events.add(
          command.active()
              ? new UserReactivated(user.userId())
              : new UserDeactivated(user.userId()));
    }
    return List.copyOf(events);
  }
}
