package jobtrail.query.users;

import jobtrail.events.user.UserEvent.UserCreated;
import jobtrail.events.user.UserEvent.UserDeactivated;
import jobtrail.events.user.UserEvent.UserDepartmentChanged;
import jobtrail.events.user.UserEvent.UserReactivated;
import jobtrail.events.user.UserEvent.UserRenamed;
import jobtrail.query.platform.Moment;
import jobtrail.query.platform.Stored;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/** Who works in the shop? */
@Component
@ProcessingGroup(Users.VIEW)
class UsersProjection {

  private final Stored stored;

  UsersProjection(Stored stored) {
    this.stored = stored;
  }

  @EventHandler
  void on(UserCreated event, Moment when, UserChanges changes) {
    UserRow row = new UserRow(event.userId().value(), stored.text(event.name()), when);
    row.department = event.department();
    changes.add(row);
  }

  @EventHandler
  void on(UserRenamed event, Moment when, UserChanges changes) {
    changes.touched(event.userId().value(), when).name = stored.text(event.name());
  }

  @EventHandler
  void on(UserDepartmentChanged event, Moment when, UserChanges changes) {
    changes.touched(event.userId().value(), when).department = event.department();
  }

  @EventHandler
  void on(UserDeactivated event, Moment when, UserChanges changes) {
    changes.touched(event.userId().value(), when).active = false;
  }

  @EventHandler
  void on(UserReactivated event, Moment when, UserChanges changes) {
    changes.touched(event.userId().value(), when).active = true;
  }
}
