package jobtrail.command.user;

import static org.assertj.core.api.Assertions.assertThat;

import jobtrail.command.WholeRuleBook;
import jobtrail.command.user.UserCommand.CreateUser;
import jobtrail.command.user.UserCommand.UpdateUser;
import jobtrail.events.PersonalText;
import jobtrail.events.user.UserEvent;
import jobtrail.events.user.UserEvent.UserCreated;
import jobtrail.events.user.UserEvent.UserDeactivated;
import jobtrail.events.user.UserEvent.UserRenamed;
import jobtrail.events.user.UserId;
import org.jspecify.annotations.Nullable;

/** The words in which the tests speak of users. */
final class UserExamples {

  static final UserId OLGA = new UserId("user_1");

  /** Fails when a command or an event is left out. */
  static final WholeRuleBook BOOK = new WholeRuleBook(UserCommand.class, UserEvent.class);

  private UserExamples() {}

  static PersonalText name(String name) {
    return PersonalText.of(OLGA.value(), name);
  }

  static CreateUser create() {
    return new CreateUser(OLGA, name("Olga"), "Paint shop");
  }

  /** Olga of the paint shop. */
  static UserCreated created() {
    return new UserCreated(OLGA, name("Olga"), "Paint shop");
  }

  static UserRenamed renamed(String name) {
    return new UserRenamed(OLGA, name(name));
  }

  static UserDeactivated deactivated() {
    return new UserDeactivated(OLGA);
  }

  static UpdateUser rename(String name) {
    return new UpdateUser(OLGA, name(name), null, null);
  }

  static UpdateUser update(@Nullable String department, @Nullable Boolean active) {
    return new UpdateUser(OLGA, null, department, active);
  }

  static Given given(UserEvent... events) {
    return new Given(after(events));
  }

  static UserState after(UserEvent... events) {
    UserState state = new UserState.NotCreated();
    for (UserEvent event : events) {
      state = state.evolve(event);
    }
    return state;
  }

  /** The state after these events, of which the last one is what the test is about. */
  static UserState.Known known(UserEvent... events) {
    BOOK.shows(events[events.length - 1]);
    return (UserState.Known) after(events);
  }

  record Given(UserState state) {

    When when(UserCommand command) {
      return new When(command, state);
    }
  }

  record When(UserCommand command, UserState state) {

    void then(UserEvent... events) {
      assertThat(UserDecider.decide(command, state)).containsExactly(events);
      BOOK.shows(command);
    }

    void thenNothing() {
      then();
    }
  }
}
