package jobtrail.command.path;

import static jobtrail.command.path.PathExamples.JOB;
import static jobtrail.command.path.PathExamples.OLGA;
import static jobtrail.command.path.PathExamples.PATH;
import static jobtrail.command.path.PathExamples.assign;
import static jobtrail.command.path.PathExamples.assigned;
import static jobtrail.command.path.PathExamples.configure;
import static jobtrail.command.path.PathExamples.created;
import static jobtrail.command.path.PathExamples.id;
import static jobtrail.command.path.PathExamples.known;
import static jobtrail.command.path.PathExamples.plan;
import static jobtrail.command.path.PathExamples.rename;
import static jobtrail.command.path.PathExamples.serialsIssued;
import static jobtrail.command.path.PathExamples.steps;

import java.util.List;
import java.util.Set;
import jobtrail.command.path.PathCommand.CreatePath;
import jobtrail.command.path.PathCommand.DeletePath;
import jobtrail.command.platform.AddressedCommands;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.DependencyType;
import jobtrail.events.path.PathEvent.PathDeleted;
import jobtrail.events.path.PathEvent.PathRenamed;
import jobtrail.events.path.PathEvent.PathStepsChanged;
import jobtrail.events.path.Step;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** The shell reaches its decider, and remembers only what events say. */
class PathTest {

  private final FixtureConfiguration<Path> path =
      new AggregateTestFixture<>(Path.class)
          .registerCommandTargetResolver(new AddressedCommands())
          .registerInjectableResource((OccupiedSteps) path -> Set.of(id("cut")));

  @Test
  void a_path_begins_with_its_creation() {
    path.givenNoPriorActivity()
        .when(new CreatePath(PATH, JOB, "Main", 5, AdvancementMode.STRICT, steps("cut")))
        .expectSuccessfulHandlerExecution()
        .expectEvents(created("cut"));
  }

  @Test
  void a_change_reaches_the_rules() {
    path.given(created("cut"))
        .when(rename("Side"))
        .expectEvents(new PathRenamed(PATH, JOB, "Side"));
  }

  @Test
  void what_is_so_already_is_a_success_without_events() {
    path.given(created("cut"))
        .when(rename("Main"))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void who_stands_where_is_asked_when_the_steps_change() {
    path.given(created("cut", "fold"))
        .when(plan(known("fold")))
        .expectException(PathRefused.class)
        .expectNoEvents();
    path.given(created("cut", "fold")).when(plan(known("cut"))).expectSuccessfulHandlerExecution();
  }

  @Test
  void what_is_said_of_one_step_reaches_the_rules() {
    path.given(created("cut")).when(assign("cut", OLGA)).expectEvents(assigned("cut", OLGA));
    path.given(created("cut"))
        .when(configure("cut", true, null))
        .expectEvents(
            new PathStepsChanged(
                PATH,
                JOB,
                List.of(new Step(id("cut"), "cut", null, true, DependencyType.PREFERRED))));
  }

  @Test
  void a_deletion_reaches_the_rules() {
    path.given(created("cut")).when(new DeletePath(PATH)).expectEvents(new PathDeleted(PATH, JOB));
    path.given(created("cut"), serialsIssued())
        .when(new DeletePath(PATH))
        .expectException(PathRefused.class)
        .expectNoEvents();
  }
}
