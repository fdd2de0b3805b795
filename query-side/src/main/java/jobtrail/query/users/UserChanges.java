package jobtrail.query.users;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import jobtrail.query.platform.Gathered;
import jobtrail.query.platform.Moment;

/** The users that a batch of events is about; those it changes are written at its end. */
final class UserChanges implements Gathered {

  private final UserRows rows;
  private final Map<String, UserRow> users = new HashMap<>();

  UserChanges(UserRows rows, Collection<String> ids) {
    this.rows = rows;
    rows.findAllById(ids).forEach(row -> users.put(row.userId, row));
  }

  void add(UserRow row) {
    users.put(row.userId, row);
  }

  /** The user whom something just happened to. */
  UserRow touched(String userId, Moment when) {
    UserRow row = users.get(userId);
    if (row == null) {
      throw new IllegalStateException("Never heard of " + userId);
    }
    row.version = when.version();
    return row;
  }

  @Override
  public void write() {
    rows.saveAll(users.values().stream().filter(UserRow::isNew).toList());
    rows.flush();
  }
}
