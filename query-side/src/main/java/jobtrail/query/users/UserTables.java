package jobtrail.query.users;

import java.util.List;
import jobtrail.events.DomainEvent;
import jobtrail.query.platform.ViewTables;
import org.springframework.stereotype.Component;

@Component
class UserTables implements ViewTables<UserChanges> {

  private final UserRows rows;

  UserTables(UserRows rows) {
    this.rows = rows;
  }

  @Override
  public String name() {
    return Users.VIEW;
  }

  @Override
  public List<String> tables() {
    return List.of("views.shop_user");
  }

  @Override
  public UserChanges gather(List<DomainEvent> batch) {
    return new UserChanges(rows, batch.stream().map(DomainEvent::streamId).distinct().toList());
  }
}
