package jobtrail.command.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jobtrail.command.serial.model.Ask;
import jobtrail.command.serial.model.Deed;
import jobtrail.command.serial.model.RouteModel;
import jobtrail.command.serial.model.RouteModel.StepCard;
import jobtrail.command.serial.model.Rule;
import jobtrail.command.serial.model.SerialModel;
import jobtrail.command.serial.model.Verdict;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.PathEvent;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathModeChanged;
import jobtrail.events.path.PathEvent.PathStepsChanged;
import jobtrail.events.path.Route;
import jobtrail.events.path.Step;
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

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void the_decider_and_the_rules_on_paper_agree_on_every_life(
      @ForAll("plan") Plan plan, @ForAll("life") List<Deed> life) {
    SideBySide both = new SideBySide(plan);
    life.forEach(both::happens);
    both.heard.forEach(outcome -> Statistics.collect(outcome));
    Statistics.coverage(coverage -> {
      for (Rule rule : Rule.values()) {
        coverage.check(rule.name()).count(count -> count > 0);
      }
      for (Class<?> kind : Ask.class.getPermittedSubclasses()) {
        coverage.check(kind.getSimpleName()).count(count -> count > 20);
      }
    });
  }

  /** The decider and the model, asked the same. */
  private static final class SideBySide {

    private final RouteModel paper;
    private final SerialModel card;
    private final List<Object> heard = new ArrayList<>();
    private Route route;
    private SerialState.Issued serial;
    private LastEvent last = new LastEvent("user_ann", SerialExamples.NOON);
    private Instant now = SerialExamples.NOON;
    private int stepsEver;

    SideBySide(Plan plan) {
      List<StepCard> cards = plan.steps().stream().map(step -> step.card(fresh())).toList();
      paper = new RouteModel(plan.mode(), cards);
      card = new SerialModel(paper);
      route =
          Route.of(
              new PathCreated(
                  SerialExamples.PATH,
                  SerialExamples.JOB,
                  "Main",
                  5,
                  mode(plan.mode()),
                  steps(cards)));
      serial = SerialExamples.issued(SerialExamples.created(cards.getFirst().id().substring(5)));
      agree();
    }

    void happens(Deed deed) {
      now = now.plus(Duration.ofSeconds(deed.one() % 240 * (deed.other() % 10 == 0 ? 10L : 1L)));
      Ask ask = deed.ask(card);
      if (ask != null) {
        asked(ask, deed.who());
      } else if (deed.kind() == Deed.Kind.CHANGE_MODE) {
        paper.setMode(deed.mode());
        changed(new PathModeChanged(SerialExamples.PATH, SerialExamples.JOB, mode(deed.mode())));
      } else {
        List<StepCard> cards = deed.steps(paper, "step_" + stepsEver);
        if (paper.steps().stream()
            .noneMatch(step -> isGone(step, cards) && card.needs(step.id()))) {
          stepsEver++;
          paper.setSteps(cards);
          changed(new PathStepsChanged(SerialExamples.PATH, SerialExamples.JOB, steps(cards)));
        }
      }
      agree();
    }

    private static boolean isGone(StepCard step, List<StepCard> cards) {
      return cards.stream().noneMatch(other -> other.id().equals(step.id()));
    }

    private void changed(PathEvent event) {
      route = route.after(event);
    }

    private void asked(Ask ask, String who) {
      SerialState before = serial;
      Verdict expected = card.ask(ask, who, now);
      List<SerialEvent> events;
      try {
        events = SerialDecider.decide(Commands.of(ask, who, now), serial, route, last);
      } catch (SerialRefused refused) {
        assertThat(expected.told())
            .as("%s is refused: %s", ask, refused.getMessage())
            .contains(refused.status() + " " + refused.code());
        assertThat(serial).isSameAs(before);
        expected.against().forEach(rule -> heard.add(rule.name()));
        return;
      }
      assertThat(expected.against()).as("%s goes well: %s", ask, events).isEmpty();
      assertThat(events).as("what comes of %s", ask).hasSize(expected.changes() ? 1 : 0);
      if (expected.changes()) {
        heard.add(ask.getClass().getSimpleName());
        hear(events.getFirst(), expected);
        last = new LastEvent(who, now);
      }
    }

    private void hear(SerialEvent event, Verdict expected) {
      serial = (SerialState.Issued) serial.evolve(event);
      assertThat(event.routeRevision()).isEqualTo(route.revision());
      switch (event) {
        case SerialAdvanced moved -> {
          assertThat(moved.mode()).isEqualTo(route.mode());
          assertThat(words(moved.bypassed())).isEqualTo(expected.bypassed());
        }
        case SerialCompleted done ->
            assertThat(words(done.bypassed())).isEqualTo(expected.bypassed());
        case SerialForceCompleted done ->
            assertThat(done.incomplete())
                .extracting(StepId::value)
                .isEqualTo(expected.incomplete());
        default -> assertThat(expected.bypassed()).isEmpty();
      }
    }

    private void agree() {
      assertThat(seen()).isEqualTo(onPaper());
      assertThat(serial.travel().overridden())
          .extracting(StepId::value)
          .containsExactlyInAnyOrderElementsOf(card.overridden());
      assertThat(OwedWork.blockers(serial, route))
          .extracting(blocker -> blocker.stepId().value())
          .isEqualTo(card.openBesidesHere());
    }

    /** Fate, place, whether it is held, and the status of each step. */
    private Map<String, String> seen() {
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
      route
          .steps()
          .forEach(stop ->
              seen.put(
                  stop.step().stepId().value(),
                  word(serial.statusOf(stop.step().stepId(), route))));
      return seen;
    }

    private Map<String, String> onPaper() {
      Map<String, String> onPaper = new LinkedHashMap<>();
      String standing = card.standing();
      onPaper.put("stands on", standing == null ? "nothing" : standing);
      onPaper.put("status", card.status());
      onPaper.put("held", String.valueOf(card.held()));
      paper.everyStep().forEach(step -> onPaper.put(step, card.statusOf(step)));
      return onPaper;
    }

    private String fresh() {
      return "step_" + stepsEver++;
    }

    private static Map<String, String> words(List<BypassedStep> bypassed) {
      return bypassed.stream()
          .collect(
              Collectors.toMap(step -> step.stepId().value(), step -> word(step.classification())));
    }

    private static List<Step> steps(List<StepCard> cards) {
      return cards.stream().map(Commands::step).toList();
    }

    private static AdvancementMode mode(String word) {
      return AdvancementMode.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private static String word(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT);
    }
  }
}
