package jobtrail.command.user;

import static jobtrail.command.user.UserExamples.BOOK;
import static jobtrail.command.user.UserExamples.OLGA;
import static jobtrail.command.user.UserExamples.after;
import static jobtrail.command.user.UserExamples.create;
import static jobtrail.command.user.UserExamples.created;
import static jobtrail.command.user.UserExamples.deactivated;
import static jobtrail.command.user.UserExamples.given;
import static jobtrail.command.user.UserExamples.known;
import static jobtrail.command.user.UserExamples.name;
import static jobtrail.command.user.UserExamples.rename;
import static jobtrail.command.user.UserExamples.renamed;
import static jobtrail.command.user.UserExamples.update;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jobtrail.command.WholeRuleBook;
import jobtrail.command.user.UserCommand.UpdateUser;
import jobtrail.events.PersonalText;
import jobtrail.events.user.UserEvent.UserCreated;
import jobtrail.events.user.UserEvent.UserDepartmentChanged;
import jobtrail.events.user.UserEvent.UserReactivated;
import jobtrail.events.user.UserEvent.UserRenamed;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UserDeciderTest {

  @RegisterExtension static final WholeRuleBook WHOLE = BOOK;

  @Nested
  class Creating {

    @Test
    void somebody_is_taken_in() {
      given().when(create()).then(created());
    }
  }

  @Nested
  class Updating {

    @Test
    void somebody_gets_another_name() {
      given(created()).when(rename("Olga N.")).then(renamed("Olga N."));
    }

    @Test
    void somebody_moves_to_another_department() {
      given(created()).when(update("Office", null)).then(new UserDepartmentChanged(OLGA, "Office"));
      given(new UserCreated(OLGA, name("Olga"), null))
          .when(update("Office", null))
          .then(new UserDepartmentChanged(OLGA, "Office"));
    }

    @Test
    void somebody_leaves_and_comes_back() {
      given(created()).when(update(null, false)).then(deactivated());
      given(created(), deactivated()).when(update(null, true)).then(new UserReactivated(OLGA));
    }

    @Test
    void each_change_is_a_fact_of_its_own() {
      given(created())
          .when(new UpdateUser(OLGA, name("O."), "Office", false))
          .then(renamed("O."), new UserDepartmentChanged(OLGA, "Office"), deactivated());
    }

    @Test
    void what_is_so_already_changes_nothing() {
      given(created()).when(new UpdateUser(OLGA, name("Olga"), "Paint shop", true)).thenNothing();
      given(created(), deactivated()).when(update(null, false)).thenNothing();
    }

    @Test
    void nothing_given_changes_nothing() {
      given(created()).when(update(null, null)).thenNothing();
    }

    @Test
    void how_a_name_is_sealed_is_no_difference() {
      given(new UserCreated(OLGA, new PersonalText(OLGA.value(), "Olga", "c2VhbA=="), null))
          .when(rename("Olga"))
          .thenNothing();
    }
  }

  @Nested
  class Remembering {

    @Test
    void a_new_user_is_active() {
      UserState.Known user = known(created());

      assertThat(user.active()).isTrue();
      assertThat(user.name()).isEqualTo(name("Olga"));
      assertThat(user.department()).isEqualTo("Paint shop");
    }

    @Test
    void each_change_replaces_what_it_speaks_of_and_nothing_else() {
      assertThat(known(created(), renamed("O.")))
          .isEqualTo(new UserState.Known(OLGA, name("O."), "Paint shop", true));
      assertThat(known(created(), new UserDepartmentChanged(OLGA, "Office")))
          .isEqualTo(new UserState.Known(OLGA, name("Olga"), "Office", true));
      assertThat(known(created(), deactivated()))
          .isEqualTo(new UserState.Known(OLGA, name("Olga"), "Paint shop", false));
      assertThat(known(created(), deactivated(), new UserReactivated(OLGA)))
          .isEqualTo(known(created()));
    }

    @Test
    void a_history_that_cannot_be_is_not_believed() {
      assertThatThrownBy(() -> after(created(), created()))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> after(new UserRenamed(OLGA, name("O."))))
          .isInstanceOf(IllegalStateException.class);
    }
  }
}
