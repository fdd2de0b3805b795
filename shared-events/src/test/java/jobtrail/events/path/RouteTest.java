package jobtrail.events.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import jobtrail.events.job.JobId;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathGoalChanged;
import jobtrail.events.path.PathEvent.PathModeChanged;
import jobtrail.events.path.PathEvent.PathRenamed;
import jobtrail.events.path.PathEvent.PathSerialsIssued;
import jobtrail.events.path.PathEvent.PathStepsChanged;
import jobtrail.events.serial.SerialId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RouteTest {

  private static final PathId PATH = new PathId("path_1");
  private static final JobId JOB = new JobId("job_1");

  @Test
  void a_new_path_has_its_steps_in_order_at_revision_one() {
    Route route = route("cut", "fold", "pack");

    assertThat(route.revision()).isEqualTo(1);
    assertThat(names(route)).containsExactly("cut", "fold", "pack");
    assertThat(route.firstStep().name()).isEqualTo("cut");
    assertThat(after(route, "cut")).isEqualTo("fold");
    assertThat(after(route, "pack")).isNull();
  }

  @Test
  void a_retired_step_is_passed_by_but_can_be_left() {
    Route route = change(route("cut", "fold", "pack"), "cut", "pack");

    assertThat(names(route)).containsExactly("cut", "pack");
    assertThat(after(route, "cut")).isEqualTo("pack");
    assertThat(after(route, "fold")).isEqualTo("pack");
    assertThat(route.indexOf(id("fold"))).isEqualTo(1).isEqualTo(route.indexOf(id("pack")));
  }

  @Test
  void a_retired_first_step_leads_to_the_new_first() {
    Route route = change(route("cut", "fold", "pack"), "fold", "pack");

    assertThat(route.firstStep().name()).isEqualTo("fold");
    assertThat(after(route, "cut")).isEqualTo("fold");
    assertThat(route.indexOf(id("cut"))).isZero();
  }

  @Test
  void a_retired_last_step_leads_off_the_path() {
    Route route = change(route("cut", "fold", "pack"), "cut", "fold");

    assertThat(after(route, "fold")).isNull();
    assertThat(after(route, "pack")).isNull();
    assertThat(route.indexOf(id("pack"))).isEqualTo(1);
    assertThat(route.countedAt(id("pack")).name()).isEqualTo("fold");
  }

  @Test
  void serials_on_retired_steps_count_with_those_on_the_next_in_use() {
    Route route = change(route("cut", "fold", "glue", "pack", "ship"), "cut", "pack");

    assertThat(route.countedAt(id("fold")).name()).isEqualTo("pack");
    assertThat(route.countedAt(id("glue")).name()).isEqualTo("pack");
    assertThat(route.countingAt(id("pack")))
        .containsExactly(id("fold"), id("glue"), id("pack"), id("ship"));
    assertThat(route.countingAt(id("cut"))).containsExactly(id("cut"));
    assertThat(route.countingAt(id("fold"))).isEmpty();
  }

  @Test
  void steps_retired_one_after_another_keep_their_places() {
    Route route =
        change(change(route("cut", "fold", "glue", "pack"), "cut", "fold", "pack"), "cut", "pack");

    assertThat(route.steps())
        .extracting(stop -> stop.step().name())
        .containsExactly("cut", "fold", "glue", "pack");
    assertThat(after(route, "fold")).isEqualTo("pack");
    assertThat(after(route, "glue")).isEqualTo("pack");
  }

  @Test
  void a_retired_step_that_is_named_again_is_in_use_again() {
    Route route =
        change(change(route("cut", "fold", "pack"), "cut", "pack"), "fold", "cut", "pack");

    assertThat(names(route)).containsExactly("fold", "cut", "pack");
    assertThat(route.steps()).noneMatch(Route.Stop::retired);
  }

  @Test
  void reordering_changes_the_way_and_nothing_else() {
    Route route = change(route("cut", "fold", "pack"), "pack", "cut", "fold");

    assertThat(after(route, "pack")).isEqualTo("cut");
    assertThat(after(route, "fold")).isNull();
    assertThat(route.indexOf(id("cut"))).isEqualTo(1);
  }

  @Test
  void a_step_keeps_its_id_under_a_new_name() {
    Step renamed = new Step(id("fold"), "crease", null, true, DependencyType.PREFERRED);
    Route route =
        route("cut", "fold").after(new PathStepsChanged(PATH, JOB, List.of(step("cut"), renamed)));

    assertThat(route.steps()).hasSize(2);
    assertThat(route.stepAfter(id("cut"))).isEqualTo(renamed);
  }

  @Test
  void only_steps_and_mode_make_a_new_revision() {
    Route route = route("cut");

    assertThat(route.after(new PathRenamed(PATH, JOB, "other"))).isEqualTo(route);
    assertThat(route.after(new PathGoalChanged(PATH, JOB, 7))).isEqualTo(route);
    assertThat(route.after(new PathSerialsIssued(PATH, JOB, SerialId.of(1), 3))).isEqualTo(route);
    Route flexible = route.after(new PathModeChanged(PATH, JOB, AdvancementMode.FLEXIBLE));
    assertThat(flexible.revision()).isEqualTo(2);
    assertThat(flexible.mode()).isEqualTo(AdvancementMode.FLEXIBLE);
    assertThat(change(flexible, "cut", "fold").revision()).isEqualTo(3);
  }

  @Test
  void a_step_that_never_was_on_the_path_has_no_place() {
    Route route = route("cut");

    assertThatIllegalArgumentException().isThrownBy(() -> route.stepAfter(id("fold")));
    assertThatIllegalArgumentException().isThrownBy(() -> route.indexOf(id("fold")));
  }

  static Route route(String... steps) {
    return Route.of(new PathCreated(PATH, JOB, "path", 1, AdvancementMode.STRICT, steps(steps)));
  }

  static Route change(Route route, String... steps) {
    return route.after(new PathStepsChanged(PATH, JOB, steps(steps)));
  }

  static List<String> names(Route route) {
    return route.activeSteps().stream().map(Step::name).toList();
  }

  static StepId id(String name) {
    return new StepId("step_" + name);
  }

  private static @Nullable String after(Route route, String name) {
    Step next = route.stepAfter(id(name));
    return next == null ? null : next.name();
  }

  private static List<Step> steps(String... names) {
    return Stream.of(names).map(RouteTest::step).toList();
  }

  private static Step step(String name) {
    return new Step(id(name), name, null, false, DependencyType.PREFERRED);
  }
}
