package jobtrail.command.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jobtrail.command.WholeRuleBook;
import jobtrail.command.path.PathCommand.AssignStep;
import jobtrail.command.path.PathCommand.Assignee;
import jobtrail.command.path.PathCommand.ConfigureStep;
import jobtrail.command.path.PathCommand.StepDraft;
import jobtrail.command.path.PathCommand.UpdatePath;
import jobtrail.command.path.PathRefused.Reason;
import jobtrail.events.job.JobId;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.DependencyType;
import jobtrail.events.path.PathEvent;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathSerialsIssued;
import jobtrail.events.path.PathEvent.PathStepAssigned;
import jobtrail.events.path.PathEvent.PathStepsChanged;
import jobtrail.events.path.PathId;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.SerialId;
import jobtrail.events.user.UserId;
import org.jspecify.annotations.Nullable;

/** The words in which the tests speak of paths. */
final class PathExamples {

  static final PathId PATH = new PathId("path_1");
  static final JobId JOB = new JobId("job_1");
  static final UserId OLGA = new UserId("user_olga");

  /** Fails when a command, an event or a reason is left out. */
  static final WholeRuleBook BOOK =
      new WholeRuleBook(PathCommand.class, PathEvent.class, Reason.class);

  private PathExamples() {}

  static StepId id(String step) {
    return new StepId("step_" + step);
  }

  static Step step(String name) {
    return new Step(id(name), name, null, false, DependencyType.PREFERRED);
  }

  static List<Step> steps(String... names) {
    return Stream.of(names).map(PathExamples::step).toList();
  }

  /** A path "Main" with a goal of 5. */
  static PathCreated created(String... steps) {
    return new PathCreated(PATH, JOB, "Main", 5, AdvancementMode.STRICT, steps(steps));
  }

  static PathSerialsIssued serialsIssued() {
    return new PathSerialsIssued(PATH, JOB, SerialId.of(1), 10);
  }

  static PathStepsChanged stepsChanged(String... steps) {
    return new PathStepsChanged(PATH, JOB, steps(steps));
  }

  static UpdatePath rename(String name) {
    return new UpdatePath(PATH, name, null, null, null, Set.of());
  }

  static UpdatePath plan(StepDraft... drafts) {
    return new UpdatePath(PATH, null, null, null, List.of(drafts), Set.of());
  }

  static UpdatePath plan(Set<String> occupied, StepDraft... drafts) {
    Set<StepId> ids = occupied.stream().map(PathExamples::id).collect(Collectors.toSet());
    return new UpdatePath(PATH, null, null, null, List.of(drafts), ids);
  }

  /** The known step with this name, meant by its id. */
  static StepDraft known(String step) {
    return new StepDraft(id(step), id("unused"), null, null, null, null);
  }

  static StepDraft known(String step, @Nullable String newName) {
    return new StepDraft(id(step), id("unused"), newName, null, null, null);
  }

  /** A step without an id; what is new under this name gets the id {@code step_<name>}. */
  static StepDraft named(String name) {
    return new StepDraft(null, id(name), name, null, null, null);
  }

  static PathStepAssigned assigned(String step, @Nullable UserId userId) {
    return new PathStepAssigned(PATH, JOB, id(step), userId);
  }

  static AssignStep assign(String step, UserId userId) {
    return new AssignStep(PATH, id(step), userId, Assignee.ACTIVE);
  }

  static AssignStep assignNobody(String step) {
    return new AssignStep(PATH, id(step), null, Assignee.NOBODY);
  }

  static ConfigureStep configure(
      String step, @Nullable Boolean optional, @Nullable DependencyType dependencyType) {
    return new ConfigureStep(PATH, id(step), optional, dependencyType);
  }

  static Given given(PathEvent... events) {
    return new Given(after(events));
  }

  static PathState after(PathEvent... events) {
    PathState state = new PathState.NotCreated();
    for (PathEvent event : events) {
      state = state.evolve(event);
    }
    return state;
  }

  /** The state after these events, of which the last one is what the test is about. */
  static PathState.LaidOut laidOut(PathEvent... events) {
    BOOK.shows(events[events.length - 1]);
    return (PathState.LaidOut) after(events);
  }

  record Given(PathState state) {

    When when(PathCommand command) {
      return new When(command, state);
    }
  }

  record When(PathCommand command, PathState state) {

    void then(PathEvent... events) {
      assertThat(PathDecider.decide(command, state)).containsExactly(events);
      BOOK.shows(command);
    }

    void thenNothing() {
      then();
    }

    void thenRefused(Reason reason) {
      PathRefused refused =
          catchThrowableOfType(PathRefused.class, () -> PathDecider.decide(command, state));
      assertThat(refused.reason()).isEqualTo(reason);
      BOOK.showsRefusal(reason);
    }
  }
}
