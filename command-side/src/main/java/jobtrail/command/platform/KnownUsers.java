package jobtrail.command.platform;

import java.util.Optional;
import jobtrail.events.user.UserId;

/** Tells who works in the shop, for when somebody is to see to something. */
public interface KnownUsers {

  /** Whether a user works here now; empty when there is no such user. */
  Optional<Boolean> active(UserId userId);
}
