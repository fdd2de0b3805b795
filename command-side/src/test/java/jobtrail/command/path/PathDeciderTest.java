package jobtrail.command.path;

import static jobtrail.command.path.PathExamples.BOOK;
import static jobtrail.command.path.PathExamples.JOB;
import static jobtrail.command.path.PathExamples.OLGA;
import static jobtrail.command.path.PathExamples.PATH;
import static jobtrail.command.path.PathExamples.after;
import static jobtrail.command.path.PathExamples.assign;
import static jobtrail.command.path.PathExamples.assignNobody;
import static jobtrail.command.path.PathExamples.assigned;
import static jobtrail.command.path.PathExamples.configure;
import static jobtrail.command.path.PathExamples.created;
import static jobtrail.command.path.PathExamples.given;
import static jobtrail.command.path.PathExamples.id;
import static jobtrail.command.path.PathExamples.known;
import static jobtrail.command.path.PathExamples.laidOut;
import static jobtrail.command.path.PathExamples.named;
import static jobtrail.command.path.PathExamples.plan;
import static jobtrail.command.path.PathExamples.rename;
import static jobtrail.command.path.PathExamples.serialsIssued;
import static jobtrail.command.path.PathExamples.step;
import static jobtrail.command.path.PathExamples.steps;
import static jobtrail.command.path.PathExamples.stepsChanged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import jobtrail.command.WholeRuleBook;
import jobtrail.command.path.PathCommand.AssignStep;
import jobtrail.command.path.PathCommand.Assignee;
import jobtrail.command.path.PathCommand.CreatePath;
import jobtrail.command.path.PathCommand.DeletePath;
import jobtrail.command.path.PathCommand.StepDraft;
import jobtrail.command.path.PathCommand.UpdatePath;
import jobtrail.command.path.PathRefused.Reason;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.DependencyType;
import jobtrail.events.path.PathEvent.PathDeleted;
import jobtrail.events.path.PathEvent.PathGoalChanged;
import jobtrail.events.path.PathEvent.PathModeChanged;
import jobtrail.events.path.PathEvent.PathRenamed;
import jobtrail.events.path.PathEvent.PathStepsChanged;
import jobtrail.events.path.Route.Stop;
import jobtrail.events.path.Step;
import jobtrail.events.user.UserId;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PathDeciderTest {

  @RegisterExtension static final WholeRuleBook WHOLE = BOOK;

  @Nested
  class Creating {

    @Test
    void a_path_is_laid_out_as_it_was_planned() {
      given()
          .when(new CreatePath(PATH, JOB, "Main", 5, AdvancementMode.STRICT, steps("cut", "fold")))
          .then(created("cut", "fold"));
    }
  }

  @Nested
  class Updating {

    @Test
    void a_path_gets_another_name() {
      given(created("cut")).when(rename("Side")).then(new PathRenamed(PATH, JOB, "Side"));
    }

    @Test
    void what_is_so_already_changes_nothing() {
      given(created("cut"))
          .when(
              new UpdatePath(
                  PATH,
                  "Main",
                  5,
                  AdvancementMode.STRICT,
                  List.of(known("cut")),
                  Set.of(id("cut"))))
          .thenNothing();
    }

    @Test
    void nothing_given_changes_nothing() {
      given(created("cut"))
          .when(new UpdatePath(PATH, null, null, null, null, Set.of()))
          .thenNothing();
    }

    @Test
    void each_change_is_a_fact_of_its_own() {
      given(created("cut"))
          .when(
              new UpdatePath(
                  PATH, "Side", 7, AdvancementMode.PER_STEP, List.of(named("fold")), Set.of()))
          .then(
              new PathRenamed(PATH, JOB, "Side"),
              new PathGoalChanged(PATH, JOB, 7),
              new PathModeChanged(PATH, JOB, AdvancementMode.PER_STEP),
              stepsChanged("fold"));
    }

    @Test
    void a_step_named_by_its_id_keeps_it_under_a_new_name() {
      given(created("cut", "fold"))
          .when(plan(known("cut", "Laser cut"), known("fold")))
          .then(
              new PathStepsChanged(
                  PATH,
                  JOB,
                  List.of(
                      new Step(id("cut"), "Laser cut", null, false, DependencyType.PREFERRED),
                      step("fold"))));
    }

    @Test
    void a_step_keeps_what_is_not_said_of_it() {
      Step hall = new Step(id("cut"), "cut", "Hall 2", true, DependencyType.PHYSICAL);
      given(created("cut"), new PathStepsChanged(PATH, JOB, List.of(hall)))
          .when(plan(known("cut"), named("fold")))
          .then(new PathStepsChanged(PATH, JOB, List.of(hall, step("fold"))));
    }

    @Test
    void every_part_of_a_step_can_be_given() {
      StepDraft draft =
          new StepDraft(id("cut"), id("x"), "Cut", "Hall 2", true, DependencyType.COMPLETION_GATE);
      given(created("cut"))
          .when(plan(draft))
          .then(
              new PathStepsChanged(
                  PATH,
                  JOB,
                  List.of(
                      new Step(id("cut"), "Cut", "Hall 2", true, DependencyType.COMPLETION_GATE))));
    }

    @Test
    void a_step_without_an_id_is_the_one_of_that_name() {
      given(created("cut", "fold"))
          .when(plan(named("fold"), named("cut")))
          .then(stepsChanged("fold", "cut"));
    }

    @Test
    void of_two_steps_with_one_name_each_is_meant_once() {
      Step again = new Step(id("again"), "cut", null, false, DependencyType.PREFERRED);
      given(created("cut"), new PathStepsChanged(PATH, JOB, List.of(step("cut"), again)))
          .when(plan(named("cut"), named("cut")))
          .thenNothing();
    }

    @Test
    void a_name_does_not_take_a_step_that_another_means_by_id() {
      StepDraft second = new StepDraft(null, id("second"), "cut", null, null, null);
      given(created("cut"))
          .when(plan(second, known("cut")))
          .then(
              new PathStepsChanged(
                  PATH,
                  JOB,
                  List.of(
                      new Step(id("second"), "cut", null, false, DependencyType.PREFERRED),
                      step("cut"))));
    }

    @Test
    void a_retired_step_comes_back_under_its_id() {
      given(created("cut", "fold"), stepsChanged("cut"))
          .when(plan(known("cut"), known("fold")))
          .then(stepsChanged("cut", "fold"));
    }

    @Test
    void a_free_step_is_taken_away_while_serials_stand_on_another() {
      given(created("cut", "fold"), serialsIssued())
          .when(plan(Set.of("cut"), known("cut")))
          .then(stepsChanged("cut"));
    }

    @Test
    void a_step_that_serials_stand_on_cannot_be_taken_away() {
      given(created("cut", "fold"), serialsIssued())
          .when(plan(Set.of("cut"), known("fold")))
          .thenRefused(Reason.STEP_IN_USE);
    }

    @Test
    void a_step_already_retired_is_in_nobodys_way() {
      given(created("cut", "fold"), stepsChanged("fold"))
          .when(plan(Set.of("cut"), known("fold"), named("pack")))
          .then(stepsChanged("fold", "pack"));
    }

    @Test
    void a_step_of_another_path_is_unknown() {
      given(created("cut")).when(plan(known("elsewhere"))).thenRefused(Reason.STEP_UNKNOWN);
    }

    @Test
    void a_step_cannot_be_named_twice() {
      given(created("cut"))
          .when(plan(known("cut"), known("cut")))
          .thenRefused(Reason.STEP_NAMED_TWICE);
    }

    @Test
    void a_new_step_needs_a_name() {
      given(created("cut"))
          .when(plan(new StepDraft(null, id("x"), null, "Hall 2", null, null)))
          .thenRefused(Reason.STEP_WITHOUT_NAME);
    }

    @Test
    void a_path_that_was_given_up_cannot_be_changed() {
      given(created("cut"), new PathDeleted(PATH, JOB))
          .when(rename("Side"))
          .thenRefused(Reason.NOT_CREATED);
    }
  }

  @Nested
  class Assigning {

    @Test
    void somebody_is_to_see_to_a_step() {
      given(created("cut", "fold"), serialsIssued())
          .when(assign("fold", OLGA))
          .then(assigned("fold", OLGA));
    }

    @Test
    void somebody_else_takes_over() {
      UserId otto = new UserId("user_otto");
      given(created("cut"), assigned("cut", OLGA))
          .when(assign("cut", otto))
          .then(assigned("cut", otto));
    }

    @Test
    void nobody_is_to_see_to_a_step_any_more() {
      given(created("cut"), assigned("cut", OLGA))
          .when(assignNobody("cut"))
          .then(assigned("cut", null));
    }

    @Test
    void what_is_so_already_changes_nothing() {
      given(created("cut")).when(assignNobody("cut")).thenNothing();
      given(created("cut"), assigned("cut", OLGA)).when(assign("cut", OLGA)).thenNothing();
    }

    @Test
    void a_user_nobody_heard_of_sees_to_nothing() {
      given(created("cut"))
          .when(new AssignStep(PATH, id("cut"), OLGA, Assignee.UNKNOWN))
          .thenRefused(Reason.USER_UNKNOWN);
    }

    @Test
    void a_user_who_works_here_no_longer_sees_to_nothing_even_if_it_is_so_already() {
      given(created("cut"), assigned("cut", OLGA))
          .when(new AssignStep(PATH, id("cut"), OLGA, Assignee.INACTIVE))
          .thenRefused(Reason.USER_INACTIVE);
    }

    @Test
    void a_step_of_another_path_is_unknown() {
      given(created("cut")).when(assign("elsewhere", OLGA)).thenRefused(Reason.STEP_UNKNOWN);
    }

    @Test
    void a_step_that_was_taken_away_is_nobodys_business() {
      given(created("cut", "fold"), stepsChanged("fold"))
          .when(assign("cut", OLGA))
          .thenRefused(Reason.STEP_RETIRED);
    }

    @Test
    void a_path_that_was_given_up_is_nobodys_business() {
      given(created("cut"), new PathDeleted(PATH, JOB))
          .when(assign("cut", OLGA))
          .thenRefused(Reason.NOT_CREATED);
    }
  }

  @Nested
  class Configuring {

    @Test
    void a_step_becomes_optional_and_the_others_stay() {
      Step hall = new Step(id("cut"), "cut", "Hall 2", false, DependencyType.PHYSICAL);
      given(created("cut"), new PathStepsChanged(PATH, JOB, List.of(hall, step("fold"))))
          .when(configure("cut", true, null))
          .then(
              new PathStepsChanged(
                  PATH,
                  JOB,
                  List.of(
                      new Step(id("cut"), "cut", "Hall 2", true, DependencyType.PHYSICAL),
                      step("fold"))));
    }

    @Test
    void a_step_becomes_a_gate() {
      given(created("cut", "fold"), serialsIssued())
          .when(configure("fold", null, DependencyType.COMPLETION_GATE))
          .then(
              new PathStepsChanged(
                  PATH,
                  JOB,
                  List.of(
                      step("cut"),
                      new Step(id("fold"), "fold", null, false, DependencyType.COMPLETION_GATE))));
    }

    @Test
    void what_is_so_already_changes_nothing() {
      given(created("cut")).when(configure("cut", false, DependencyType.PREFERRED)).thenNothing();
    }

    @Test
    void a_step_of_another_path_is_unknown() {
      given(created("cut"))
          .when(configure("elsewhere", true, null))
          .thenRefused(Reason.STEP_UNKNOWN);
    }

    @Test
    void a_step_that_was_taken_away_asks_nothing_until_it_comes_back() {
      given(created("cut", "fold"), stepsChanged("fold"))
          .when(configure("cut", true, null))
          .thenRefused(Reason.STEP_RETIRED);
    }
  }

  @Nested
  class Deleting {

    @Test
    void a_path_that_nobody_travels_is_given_up() {
      given(created("cut")).when(new DeletePath(PATH)).then(new PathDeleted(PATH, JOB));
    }

    @Test
    void a_path_with_serials_stays() {
      given(created("cut"), serialsIssued())
          .when(new DeletePath(PATH))
          .thenRefused(Reason.HAS_SERIALS);
    }

    @Test
    void a_path_cannot_be_given_up_twice() {
      given(created("cut"), new PathDeleted(PATH, JOB))
          .when(new DeletePath(PATH))
          .thenRefused(Reason.NOT_CREATED);
    }
  }

  @Nested
  class Remembering {

    @Test
    void a_new_path_is_as_it_was_laid_out_and_nobody_travels_it() {
      PathState.LaidOut path = laidOut(created("cut", "fold"));

      assertThat(path.name()).isEqualTo("Main");
      assertThat(path.goalQuantity()).isEqualTo(5);
      assertThat(path.travelled()).isFalse();
      assertThat(path.route().activeSteps()).isEqualTo(steps("cut", "fold"));
      assertThat(path.route().mode()).isEqualTo(AdvancementMode.STRICT);
    }

    @Test
    void issued_serials_make_a_path_travelled() {
      assertThat(laidOut(created("cut"), serialsIssued()).travelled()).isTrue();
    }

    @Test
    void a_name_and_a_goal_replace_the_old_ones_and_nothing_else() {
      PathState.LaidOut renamed =
          laidOut(created("cut"), serialsIssued(), new PathRenamed(PATH, JOB, "Side"));
      assertThat(renamed)
          .isEqualTo(new PathState.LaidOut(renamed.route(), "Side", 5, true, Map.of()));

      PathState.LaidOut bigger =
          laidOut(created("cut"), serialsIssued(), new PathGoalChanged(PATH, JOB, 9));
      assertThat(bigger)
          .isEqualTo(new PathState.LaidOut(renamed.route(), "Main", 9, true, Map.of()));
    }

    @Test
    void mode_and_steps_change_the_route_and_its_revision() {
      PathState.LaidOut mode =
          laidOut(created("cut"), new PathModeChanged(PATH, JOB, AdvancementMode.FLEXIBLE));
      assertThat(mode.route().mode()).isEqualTo(AdvancementMode.FLEXIBLE);
      assertThat(mode.route().revision()).isEqualTo(2);

      PathState.LaidOut planned =
          laidOut(created("cut", "fold"), serialsIssued(), stepsChanged("fold", "pack"));
      assertThat(planned.travelled()).isTrue();
      assertThat(planned.route().revision()).isEqualTo(2);
      assertThat(planned.route().steps())
          .containsExactly(
              new Stop(step("cut"), true),
              new Stop(step("fold"), false),
              new Stop(step("pack"), false));
    }

    @Test
    void who_sees_to_a_step_is_remembered_through_every_change_of_the_steps() {
      PathState.LaidOut path =
          laidOut(
              created("cut", "fold"),
              assigned("fold", OLGA),
              stepsChanged("cut"),
              stepsChanged("cut", "fold"),
              assigned("cut", OLGA),
              assigned("cut", null));

      assertThat(path.assignees()).isEqualTo(Map.of(id("fold"), OLGA));
      assertThat(path.route().revision()).isEqualTo(3);
    }

    @Test
    void a_deleted_path_is_gone_for_ever() {
      PathDeleted deleted = new PathDeleted(PATH, JOB);
      BOOK.shows(deleted);

      assertThat(after(created("cut"), deleted)).isEqualTo(new PathState.GivenUp());
      assertThatThrownBy(() -> after(created("cut"), deleted, serialsIssued()))
          .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_history_that_cannot_be_is_not_believed() {
      assertThatThrownBy(() -> after(created("cut"), created("cut")))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> after(serialsIssued())).isInstanceOf(IllegalStateException.class);
    }
  }
}
