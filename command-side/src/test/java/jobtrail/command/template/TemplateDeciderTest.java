package jobtrail.command.template;

import static jobtrail.command.template.TemplateExamples.BOOK;
import static jobtrail.command.template.TemplateExamples.HOUSING;
import static jobtrail.command.template.TemplateExamples.after;
import static jobtrail.command.template.TemplateExamples.created;
import static jobtrail.command.template.TemplateExamples.deleted;
import static jobtrail.command.template.TemplateExamples.given;
import static jobtrail.command.template.TemplateExamples.plan;
import static jobtrail.command.template.TemplateExamples.rename;
import static jobtrail.command.template.TemplateExamples.shown;
import static jobtrail.command.template.TemplateExamples.steps;
import static jobtrail.command.template.TemplateExamples.stepsChanged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jobtrail.command.WholeRuleBook;
import jobtrail.command.template.TemplateCommand.CreateTemplate;
import jobtrail.command.template.TemplateCommand.DeleteTemplate;
import jobtrail.command.template.TemplateCommand.UpdateTemplate;
import jobtrail.command.template.TemplateRefused.Reason;
import jobtrail.events.template.TemplateEvent.TemplateRenamed;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TemplateDeciderTest {

  @RegisterExtension static final WholeRuleBook WHOLE = BOOK;

  @Nested
  class Creating {

    @Test
    void a_template_is_written_down_as_it_was_planned() {
      given()
          .when(new CreateTemplate(HOUSING, "Housing", steps("cut", "fold")))
          .then(created("cut", "fold"));
    }
  }

  @Nested
  class Updating {

    @Test
    void a_template_gets_another_name() {
      given(created("cut")).when(rename("Case")).then(new TemplateRenamed(HOUSING, "Case"));
    }

    @Test
    void all_steps_are_replaced() {
      given(created("cut", "fold")).when(plan("print")).then(stepsChanged("print"));
    }

    @Test
    void each_change_is_a_fact_of_its_own() {
      given(created("cut"))
          .when(new UpdateTemplate(HOUSING, "Case", steps("fold")))
          .then(new TemplateRenamed(HOUSING, "Case"), stepsChanged("fold"));
    }

    @Test
    void what_is_so_already_or_not_given_changes_nothing() {
      given(created("cut"))
          .when(new UpdateTemplate(HOUSING, "Housing", steps("cut")))
          .thenNothing();
      given(created("cut")).when(new UpdateTemplate(HOUSING, null, null)).thenNothing();
    }

    @Test
    void a_deleted_template_cannot_be_changed() {
      given(created("cut"), deleted()).when(rename("Case")).thenRefused(Reason.NOT_CREATED);
    }
  }

  @Nested
  class Deleting {

    @Test
    void a_template_is_deleted_once() {
      given(created("cut")).when(new DeleteTemplate(HOUSING)).then(deleted());
      given(created("cut"), deleted())
          .when(new DeleteTemplate(HOUSING))
          .thenRefused(Reason.NOT_CREATED);
    }
  }

  @Nested
  class Remembering {

    @Test
    void each_change_replaces_what_it_speaks_of_and_nothing_else() {
      assertThat(shown(created("cut")))
          .isEqualTo(new TemplateState.InUse(HOUSING, "Housing", steps("cut")));
      assertThat(shown(created("cut"), new TemplateRenamed(HOUSING, "Case")))
          .isEqualTo(new TemplateState.InUse(HOUSING, "Case", steps("cut")));
      assertThat(shown(created("cut"), stepsChanged("fold")))
          .isEqualTo(new TemplateState.InUse(HOUSING, "Housing", steps("fold")));
    }

    @Test
    void a_deleted_template_is_gone_for_ever() {
      assertThat(shown(created("cut"), deleted())).isEqualTo(new TemplateState.Deleted());
      assertThatThrownBy(() -> after(created("cut"), deleted(), stepsChanged("fold")))
          .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_history_that_cannot_be_is_not_believed() {
      assertThatThrownBy(() -> after(created("cut"), created("cut")))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> after(deleted())).isInstanceOf(IllegalStateException.class);
    }
  }
}
