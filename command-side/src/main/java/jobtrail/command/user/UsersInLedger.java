package jobtrail.command.user;

import java.util.Optional;
import jobtrail.command.platform.KnownUsers;
import jobtrail.command.user.UserState.Known;
import jobtrail.events.user.UserEvent;
import jobtrail.events.user.UserId;
import jobtrail.ledger.EventTranslator;
import jobtrail.ledger.Ledger;
import jobtrail.ledger.StoredEvent;
import org.springframework.stereotype.Component;

/** Reads a user's own stream each time: somebody is rarely given something to see to. */
@Component
class UsersInLedger implements KnownUsers {

  private final Ledger ledger;
  private final EventTranslator translator;

  UsersInLedger(Ledger ledger, EventTranslator translator) {
    this.ledger = ledger;
    this.translator = translator;
  }

  @Override
  public Optional<Boolean> active(UserId userId) {
    UserState state = new UserState.NotCreated();
    for (StoredEvent stored : ledger.stream(userId.value(), 0)) {
      state = state.evolve((UserEvent) translator.fact(stored));
    }
    return state instanceof Known user ? Optional.of(user.active()) : Optional.empty();
  }
}
