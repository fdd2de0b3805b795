package jobtrail.command.platform;

import java.util.List;
import java.util.Optional;
import jobtrail.events.user.UserEvent;
import jobtrail.events.user.UserEvent.UserCreated;
import jobtrail.events.user.UserEvent.UserDeactivated;
import jobtrail.events.user.UserEvent.UserDepartmentChanged;
import jobtrail.events.user.UserEvent.UserReactivated;
import jobtrail.events.user.UserEvent.UserRenamed;
import jobtrail.events.user.UserId;
import jobtrail.ledger.EventTranslator;
import jobtrail.ledger.Ledger;
import jobtrail.ledger.StoredEvent;

/**
 * Tells who works in the shop, read from the user's own stream each time: it is asked only when
 * somebody is to see to something.
 */
public final class KnownUsers {

  private final Ledger ledger;
  private final EventTranslator translator;

  KnownUsers(Ledger ledger, EventTranslator translator) {
    this.ledger = ledger;
    this.translator = translator;
  }

  /** Whether a user works here now; empty when there is no such user. */
  public Optional<Boolean> active(UserId userId) {
    List<StoredEvent> life = ledger.stream(userId.value(), 0);
    return life.isEmpty() ? Optional.empty() : Optional.of(active(life));
  }

  private boolean active(List<StoredEvent> life) {
    boolean active = true;
    for (StoredEvent stored : life) {
      active =
          switch ((UserEvent) translator.fact(stored)) {
            case UserDeactivated gone -> false;
            case UserReactivated back -> true;
            case UserCreated created -> true;
            case UserRenamed ignored -> active;
            case UserDepartmentChanged ignored -> active;
          };
    }
    return active;
  }
}
