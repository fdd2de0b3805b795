package jobtrail.command.template;

import static jobtrail.command.template.TemplateExamples.HOUSING;
import static jobtrail.command.template.TemplateExamples.created;
import static jobtrail.command.template.TemplateExamples.deleted;
import static jobtrail.command.template.TemplateExamples.plan;
import static jobtrail.command.template.TemplateExamples.rename;
import static jobtrail.command.template.TemplateExamples.steps;
import static jobtrail.command.template.TemplateExamples.stepsChanged;

import jobtrail.command.platform.AddressedCommands;
import jobtrail.command.template.TemplateCommand.CreateTemplate;
import jobtrail.command.template.TemplateCommand.DeleteTemplate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** The shell reaches its decider, and remembers only what events say. */
class TemplateTest {

  private final FixtureConfiguration<Template> template =
      new AggregateTestFixture<>(Template.class)
          .registerCommandTargetResolver(new AddressedCommands());

  @Test
  void a_template_begins_with_being_written_down() {
    template
        .givenNoPriorActivity()
        .when(new CreateTemplate(HOUSING, "Housing", steps("cut")))
        .expectSuccessfulHandlerExecution()
        .expectEvents(created("cut"));
  }

  @Test
  void a_change_reaches_the_rules() {
    template.given(created("cut")).when(plan("fold")).expectEvents(stepsChanged("fold"));
    template
        .given(created("cut"), deleted())
        .when(rename("Case"))
        .expectException(TemplateRefused.class)
        .expectNoEvents();
  }

  @Test
  void a_deletion_reaches_the_rules() {
    template.given(created("cut")).when(new DeleteTemplate(HOUSING)).expectEvents(deleted());
  }
}
