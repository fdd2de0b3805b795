package jobtrail.command.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import jobtrail.command.WholeRuleBook;
import jobtrail.command.template.TemplateCommand.UpdateTemplate;
import jobtrail.command.template.TemplateRefused.Reason;
import jobtrail.events.path.DependencyType;
import jobtrail.events.template.TemplateEvent;
import jobtrail.events.template.TemplateEvent.TemplateCreated;
import jobtrail.events.template.TemplateEvent.TemplateDeleted;
import jobtrail.events.template.TemplateEvent.TemplateStepsChanged;
import jobtrail.events.template.TemplateId;
import jobtrail.events.template.TemplateStep;

/** The words in which the tests speak of templates. */
final class TemplateExamples {

  static final TemplateId HOUSING = new TemplateId("tmpl_1");

  /** Fails when a command, an event or a reason is left out. */
  static final WholeRuleBook BOOK =
      new WholeRuleBook(TemplateCommand.class, TemplateEvent.class, Reason.class);

  private TemplateExamples() {}

  static List<TemplateStep> steps(String... names) {
    return Stream.of(names)
        .map(name -> new TemplateStep(name, null, false, DependencyType.PREFERRED))
        .toList();
  }

  /** A template "Housing". */
  static TemplateCreated created(String... steps) {
    return new TemplateCreated(HOUSING, "Housing", steps(steps));
  }

  static TemplateStepsChanged stepsChanged(String... steps) {
    return new TemplateStepsChanged(HOUSING, steps(steps));
  }

  static TemplateDeleted deleted() {
    return new TemplateDeleted(HOUSING);
  }

  static UpdateTemplate rename(String name) {
    return new UpdateTemplate(HOUSING, name, null);
  }

  static UpdateTemplate plan(String... steps) {
    return new UpdateTemplate(HOUSING, null, steps(steps));
  }

  static Given given(TemplateEvent... events) {
    return new Given(after(events));
  }

  static TemplateState after(TemplateEvent... events) {
    TemplateState state = new TemplateState.NotCreated();
    for (TemplateEvent event : events) {
      state = state.evolve(event);
    }
    return state;
  }

  /** The state after these events, of which the last one is what the test is about. */
  static TemplateState shown(TemplateEvent... events) {
    BOOK.shows(events[events.length - 1]);
    return after(events);
  }

  record Given(TemplateState state) {

    When when(TemplateCommand command) {
      return new When(command, state);
    }
  }

  record When(TemplateCommand command, TemplateState state) {

    void then(TemplateEvent... events) {
      assertThat(TemplateDecider.decide(command, state)).containsExactly(events);
      BOOK.shows(command);
    }

    void thenNothing() {
      then();
    }

    void thenRefused(Reason reason) {
      TemplateRefused refused =
          catchThrowableOfType(TemplateRefused.class, () -> TemplateDecider.decide(command, state));
      assertThat(refused.reason()).isEqualTo(reason);
      BOOK.showsRefusal(reason);
    }
  }
}
