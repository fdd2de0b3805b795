package jobtrail.command.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jobtrail.command.serial.Life.Turn;
import jobtrail.command.serial.model.Ask;
import jobtrail.command.serial.model.Deed;
import jobtrail.command.serial.model.Rule;
import jobtrail.command.serial.model.SerialModel;
import jobtrail.command.serial.model.Verdict;
import jobtrail.events.path.Route;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.BypassedStep;
import jobtrail.events.serial.SerialEvent;
import jobtrail.events.serial.SerialEvent.SerialAdvanced;
import jobtrail.events.serial.SerialEvent.SerialCompleted;
import jobtrail.events.serial.SerialEvent.SerialForceCompleted;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCoverage;
import net.jqwik.api.statistics.StatisticsReport;

/**
 * Whatever is asked of a serial, in whatever order and however its path changes meanwhile, the
 * rules say what a second reading of their text says.
 */
class SerialLifeProperties {

  /** How a path is laid out: a mode, and a number for each step. */
  record Plan(String mode, List<Deed> steps) {}

  @Provide
  Arbitrary<Plan> plan() {
    return Combinators.combine(
            Arbitraries.of("strict", "flexible", "flexible", "per_step"),
            deed().list().ofMinSize(1).ofMaxSize(8))
        .as(Plan::new);
  }

  @Provide
  Arbitrary<List<Deed>> life() {
    return deed().list().ofMaxSize(40);
  }

  private static Arbitrary<Deed> deed() {
    Arbitrary<Integer> numbers = Arbitraries.integers().between(0, Deed.NUMBERS);
    return Combinators.combine(Arbitraries.of(Deed.Kind.asOftenAsDone()), numbers, numbers)
        .as(Deed::new);
  }

  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void the_decider_and_the_rules_on_paper_agree_on_every_life(
      @ForAll("plan") Plan plan, @ForAll("life") List<Deed> deeds) {
    Life life = new Life(plan.mode(), plan.steps());
    agree(life);
    for (Deed deed : deeds) {
      Turn turn = life.happens(deed);
      if (turn.ask() != null && turn.expected() != null) {
        agree(turn, turn.ask(), turn.expected());
      }
      agree(life);
    }
    Statistics.coverage(SerialLifeProperties::everyRuleHadItsSay);
  }

  private static void everyRuleHadItsSay(StatisticsCoverage coverage) {
    for (Rule rule : Rule.values()) {
      coverage.check(rule.name()).count(count -> count > 0);
    }
    for (Class<?> kind : Ask.class.getPermittedSubclasses()) {
      coverage.check(kind.getSimpleName()).count(count -> count > 0);
    }
  }

  /** The same outcome, and for the reason that is on paper. */
  private static void agree(Turn turn, Ask ask, Verdict expected) {
    SerialRefused refused = turn.refused();
    if (refused != null) {
      assertThat(expected.told())
          .as("%s is refused: %s", ask, refused.getMessage())
          .contains(refused.status() + " " + refused.code());
      expected.against().forEach(rule -> Statistics.collect(rule.name()));
      return;
    }
    assertThat(expected.against()).as("%s goes well: %s", ask, turn.events()).isEmpty();
    assertThat(turn.events()).as("what comes of %s", ask).hasSize(expected.changes() ? 1 : 0);
    Statistics.collect(ask.getClass().getSimpleName());
    turn.events().forEach(event -> agree(event, turn.route(), expected));
  }

  private static void agree(SerialEvent event, Route route, Verdict expected) {
    assertThat(event.routeRevision()).isEqualTo(route.revision());
    switch (event) {
      case SerialAdvanced moved -> {
        assertThat(moved.mode()).isEqualTo(route.mode());
        assertThat(words(moved.bypassed())).isEqualTo(expected.bypassed());
      }
      case SerialCompleted done ->
          assertThat(words(done.bypassed())).isEqualTo(expected.bypassed());
      case SerialForceCompleted done ->
          assertThat(done.incomplete()).extracting(StepId::value).isEqualTo(expected.incomplete());
      default -> assertThat(expected.bypassed()).isEmpty();
    }
  }

  /** The same place and fate, the same status of each step, the same work owed. */
  private static void agree(Life life) {
    SerialState.Issued serial = life.serial();
    assertThat(seen(serial, life.route())).isEqualTo(onPaper(life.card));
    assertThat(serial.travel().overridden())
        .extracting(StepId::value)
        .containsExactlyInAnyOrderElementsOf(life.card.overridden());
    assertThat(OwedWork.blockers(serial, life.route()))
        .extracting(blocker -> blocker.stepId().value())
        .isEqualTo(life.card.openBesidesHere());
  }

  private static Map<String, String> seen(SerialState.Issued serial, Route route) {
    Map<String, String> seen = new LinkedHashMap<>();
    StepId standing = serial.standing();
    seen.put("stands on", standing == null ? "nothing" : standing.value());
    seen.put(
        "status",
        switch (serial) {
          case SerialState.InProgress onItsWay -> "in_progress";
          case SerialState.Completed done -> "completed";
          case SerialState.Scrapped gone -> "scrapped";
        });
    seen.put("held", String.valueOf(serial.held()));
    for (Route.Stop stop : route.steps()) {
      StepId step = stop.step().stepId();
      seen.put(step.value(), word(serial.statusOf(step, route)));
    }
    return seen;
  }

  private static Map<String, String> onPaper(SerialModel card) {
    Map<String, String> onPaper = new LinkedHashMap<>();
    String standing = card.standing();
    onPaper.put("stands on", standing == null ? "nothing" : standing);
    onPaper.put("status", card.status());
    onPaper.put("held", String.valueOf(card.held()));
    card.route().everyStep().forEach(step -> onPaper.put(step, card.statusOf(step)));
    return onPaper;
  }

  private static Map<String, String> words(List<BypassedStep> bypassed) {
    return bypassed.stream()
        .collect(
            Collectors.toMap(step -> step.stepId().value(), step -> word(step.classification())));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
