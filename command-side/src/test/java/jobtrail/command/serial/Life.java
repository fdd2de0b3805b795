package jobtrail.command.serial;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import jobtrail.command.serial.SerialCommand.OfOne;
import jobtrail.command.serial.model.Ask;
import jobtrail.command.serial.model.Deed;
import jobtrail.command.serial.model.RouteModel;
import jobtrail.command.serial.model.RouteModel.StepCard;
import jobtrail.command.serial.model.SerialModel;
import jobtrail.command.serial.model.Verdict;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.PathEvent;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathModeChanged;
import jobtrail.events.path.PathEvent.PathStepsChanged;
import jobtrail.events.path.Route;
import jobtrail.events.serial.SerialEvent;
import org.jspecify.annotations.Nullable;

/** One serial and its path, to which things happen; decided by the rules and kept on paper too. */
final class Life {

  final RouteModel paper;
  final SerialModel card;
  private Route route;
  private SerialState.Issued serial;
  private LastEvent last = new LastEvent("user_ann", SerialExamples.NOON);
  private Instant now = SerialExamples.NOON;
  private int stepsEver;

  /** A new serial on a path with a step for each of these deeds. */
  Life(String mode, List<Deed> steps) {
    List<StepCard> cards = steps.stream().map(step -> step.card("step_" + stepsEver++)).toList();
    paper = new RouteModel(mode, cards);
    card = new SerialModel(paper);
    route =
        Route.of(
            new PathCreated(
                SerialExamples.PATH,
                SerialExamples.JOB,
                "Main",
                5,
                mode(mode),
                cards.stream().map(Commands::step).toList()));
    serial = SerialExamples.issued(SerialExamples.created("0"));
  }

  /** Some path, a serial on it, and what is asked of it in up to 40 deeds. */
  static Stream<Turn> turns(long seed) {
    Random random = new Random(seed);
    Life life = begun(random);
    return Stream.generate(() -> life.happens(Deed.any(random))).limit(random.nextInt(41));
  }

  /** Some path and a new serial on it. */
  static Life begun(Random random) {
    Deed plan = Deed.any(random);
    List<Deed> steps = new ArrayList<>();
    for (int i = 0; i <= plan.other() % 8; i++) {
      steps.add(Deed.any(random));
    }
    return new Life(plan.mode(), steps);
  }

  /**
   * What came of a deed.
   *
   * @param command null when it was about the path, as are what was asked and expected
   * @param refused null when no rule stood against it
   */
  record Turn(
      Deed deed,
      @Nullable Ask ask,
      @Nullable OfOne command,
      Route route,
      SerialState.Issued before,
      @Nullable Verdict expected,
      @Nullable SerialRefused refused,
      List<SerialEvent> events,
      SerialState.Issued after) {}

  Turn happens(Deed deed) {
    now = now.plus(Duration.ofSeconds(deed.one() % 240 * (deed.other() % 10 == 0 ? 10L : 1L)));
    Ask ask = deed.ask(card);
    if (ask == null) {
      planned(deed);
      return new Turn(deed, null, null, route, serial, null, null, List.of(), serial);
    }
    SerialState.Issued before = serial;
    Verdict expected = card.ask(ask, deed.who(), now);
    OfOne command = Commands.of(ask, deed.who(), now);
    List<SerialEvent> events = List.of();
    SerialRefused no = null;
    try {
      events = SerialDecider.decide(command, serial, route, last);
    } catch (SerialRefused refused) {
      no = refused;
    }
    for (SerialEvent event : events) {
      serial = (SerialState.Issued) serial.evolve(event);
      last = new LastEvent(deed.who(), now);
    }
    return new Turn(deed, ask, command, route, before, expected, no, events, serial);
  }

  private void planned(Deed deed) {
    if (deed.kind() == Deed.Kind.CHANGE_MODE) {
      paper.setMode(deed.mode());
      changed(new PathModeChanged(SerialExamples.PATH, SerialExamples.JOB, mode(deed.mode())));
      return;
    }
    List<StepCard> cards = deed.steps(paper, "step_" + stepsEver);
    List<String> kept = cards.stream().map(StepCard::id).toList();
    if (paper.steps().stream()
        .allMatch(step -> kept.contains(step.id()) || !card.needs(step.id()))) {
      stepsEver++;
      paper.setSteps(cards);
      changed(
          new PathStepsChanged(
              SerialExamples.PATH,
              SerialExamples.JOB,
              cards.stream().map(Commands::step).toList()));
    }
  }

  Route route() {
    return route;
  }

  SerialState.Issued serial() {
    return serial;
  }

  LastEvent last() {
    return last;
  }

  Instant now() {
    return now;
  }

  private void changed(PathEvent event) {
    route = route.after(event);
  }

  private static AdvancementMode mode(String word) {
    return AdvancementMode.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
