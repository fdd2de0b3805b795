package jobtrail.command.user;

import static jobtrail.command.user.UserExamples.create;
import static jobtrail.command.user.UserExamples.created;
import static jobtrail.command.user.UserExamples.deactivated;
import static jobtrail.command.user.UserExamples.rename;
import static jobtrail.command.user.UserExamples.renamed;
import static jobtrail.command.user.UserExamples.update;

import jobtrail.command.Node;
import jobtrail.command.platform.AddressedCommands;
import jobtrail.ledger.SubjectKeys;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** The shell reaches its decider, and remembers only what events say. */
class UserTest {

  private final FixtureConfiguration<User> user =
      new AggregateTestFixture<>(User.class)
          .registerCommandTargetResolver(new AddressedCommands())
          .registerInjectableResource(Node.first().bean(SubjectKeys.class));

  @Test
  void a_user_begins_with_being_taken_in() {
    user.givenNoPriorActivity()
        .when(create())
        .expectSuccessfulHandlerExecution()
        .expectEvents(created());
  }

  @Test
  void a_change_reaches_the_rules() {
    user.given(created()).when(rename("O.")).expectEvents(renamed("O."));
    user.given(created()).when(update(null, false)).expectEvents(deactivated());
    user.given(created()).when(rename("Olga")).expectSuccessfulHandlerExecution().expectNoEvents();
  }
}
