package jobtrail.events.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RoutePropertyTest {

  @Property
  void every_step_ever_seen_stands_once_and_those_in_use_in_the_asked_order(
      @ForAll("changes") List<List<String>> changes) {
    Route route = RouteTest.route(changes.getFirst().toArray(String[]::new));
    Set<String> seen = new LinkedHashSet<>(changes.getFirst());
    for (List<String> change : changes.subList(1, changes.size())) {
      route = RouteTest.change(route, change.toArray(String[]::new));
      seen.addAll(change);

      assertThat(route.steps())
          .extracting(stop -> stop.step().name())
          .containsExactlyInAnyOrderElementsOf(seen);
      assertThat(RouteTest.names(route)).containsExactlyElementsOf(change);
    }
  }

  @Property
  void whoever_stands_anywhere_gets_off_the_path_along_the_steps_in_use(
      @ForAll("changes") List<List<String>> changes) {
    Route route = RouteTest.route(changes.getFirst().toArray(String[]::new));
    for (List<String> change : changes.subList(1, changes.size())) {
      route = RouteTest.change(route, change.toArray(String[]::new));
    }
    List<Step> inUse = route.activeSteps();
    for (Route.Stop stop : route.steps()) {
      StepId from = stop.step().stepId();
      List<Step> way = new ArrayList<>();
      for (Step next = route.stepAfter(from); next != null; next = route.stepAfter(next.stepId())) {
        way.add(next);
      }
      boolean toGo = stop.retired() && route.stepAfter(from) != null;
      int left = route.indexOf(from) + (toGo ? 0 : 1);
      assertThat(way).isEqualTo(inUse.subList(left, inUse.size()));
    }
  }

  @Property
  void serials_of_every_step_count_at_exactly_one_step_in_use(
      @ForAll("changes") List<List<String>> changes) {
    Route route = RouteTest.route(changes.getFirst().toArray(String[]::new));
    for (List<String> change : changes.subList(1, changes.size())) {
      route = RouteTest.change(route, change.toArray(String[]::new));
    }
    List<StepId> counted = new ArrayList<>();
    for (Step step : route.activeSteps()) {
      assertThat(route.countedAt(step.stepId())).isEqualTo(step);
      counted.addAll(route.countingAt(step.stepId()));
    }
    assertThat(counted)
        .containsExactlyInAnyOrderElementsOf(
            route.steps().stream().map(stop -> stop.step().stepId()).toList());
  }

  @Provide
  Arbitrary<List<List<String>>> changes() {
    return Arbitraries.of("a", "b", "c", "d", "e", "f", "g")
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }
}
