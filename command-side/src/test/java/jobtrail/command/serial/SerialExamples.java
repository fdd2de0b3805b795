package jobtrail.command.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jobtrail.command.WholeRuleBook;
import jobtrail.command.serial.SerialCommand.OfOne;
import jobtrail.command.serial.SerialRefused.Reason;
import jobtrail.events.certificate.CertificateId;
import jobtrail.events.job.JobId;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.DependencyType;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathStepsChanged;
import jobtrail.events.path.PathId;
import jobtrail.events.path.Route;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.BypassedStep;
import jobtrail.events.serial.MoveKind;
import jobtrail.events.serial.ScrapReason;
import jobtrail.events.serial.SerialEvent;
import jobtrail.events.serial.SerialEvent.SerialAdvanced;
import jobtrail.events.serial.SerialEvent.SerialCertificateAttached;
import jobtrail.events.serial.SerialEvent.SerialCompleted;
import jobtrail.events.serial.SerialEvent.SerialCreated;
import jobtrail.events.serial.SerialEvent.SerialDeferredCompleted;
import jobtrail.events.serial.SerialEvent.SerialForceCompleted;
import jobtrail.events.serial.SerialEvent.SerialHeld;
import jobtrail.events.serial.SerialEvent.SerialMoveUndone;
import jobtrail.events.serial.SerialEvent.SerialOverrideReversed;
import jobtrail.events.serial.SerialEvent.SerialReleased;
import jobtrail.events.serial.SerialEvent.SerialReworked;
import jobtrail.events.serial.SerialEvent.SerialScrapped;
import jobtrail.events.serial.SerialEvent.SerialStepOverridden;
import jobtrail.events.serial.SerialEvent.SerialStepWaived;
import jobtrail.events.serial.SerialId;
import jobtrail.events.serial.StatusChange;
import jobtrail.events.serial.StepStatus;
import org.jspecify.annotations.Nullable;

/** The words in which the tests speak of serials. */
final class SerialExamples {

  static final SerialId SN = SerialId.of(1);
  static final JobId JOB = new JobId("job_1");
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  static final PathId PATH = new PathId("path_1");

  /**
   * Fails when a command, an event or a reason is left out; SerialIssue looks for the path, who
   * reads the stream for the serial, and ManySerials asks the rules about one after the other.
   */
  static final WholeRuleBook BOOK =
      new WholeRuleBook(SerialCommand.class, SerialEvent.class, Reason.class)
          .except(Reason.PATH_NOT_FOUND)
          .except(Reason.NOT_CREATED)
          .except(SerialCommand.OrderToMany.class)
          .shownBy(
              SerialDeciderTest.class, HoldAndUndoTest.class, MovesTest.class, OwedWorkTest.class);

  /** The examples of all that is not a plain advance happen in this mode. */
  private static final AdvancementMode MODE = AdvancementMode.FLEXIBLE;

  private SerialExamples() {}

  static StepId id(String step) {
    return new StepId("step_" + step);
  }

  static List<Step> steps(String... names) {
    return Stream.of(names)
        .map(name -> new Step(id(name), name, null, false, DependencyType.PREFERRED))
        .toList();
  }

  static Route route(String... names) {
    return Route.of(new PathCreated(PATH, JOB, "Main", 5, AdvancementMode.STRICT, steps(names)));
  }

  static Route changed(Route route, String... names) {
    return route.after(new PathStepsChanged(PATH, JOB, steps(names)));
  }

  static SerialCreated created(String step) {
    return new SerialCreated(SN, JOB, PATH, id(step), 1);
  }

  static SerialAdvanced advanced(String from, String to) {
    return advanced(from, to, 1);
  }

  static SerialAdvanced advanced(String from, String to, int revision) {
    return new SerialAdvanced(SN, JOB, PATH, id(from), id(to), revision, AdvancementMode.STRICT);
  }

  static SerialCompleted completed(String from) {
    return completed(from, 1);
  }

  static SerialCompleted completed(String from, int revision) {
    return new SerialCompleted(SN, JOB, PATH, id(from), revision, AdvancementMode.STRICT);
  }

  static Step required(String name, DependencyType dependency) {
    return new Step(id(name), name, null, false, dependency);
  }

  static Step preferred(String name) {
    return required(name, DependencyType.PREFERRED);
  }

  static Step optional(String name) {
    return new Step(id(name), name, null, true, DependencyType.PREFERRED);
  }

  static Route flexible(String... names) {
    return flexible(steps(names).toArray(Step[]::new));
  }

  static Route flexible(Step... steps) {
    return route(AdvancementMode.FLEXIBLE, steps);
  }

  static Route route(AdvancementMode mode, Step... steps) {
    return Route.of(new PathCreated(PATH, JOB, "Main", 5, mode, List.of(steps)));
  }

  static BypassedStep skipped(String step) {
    return new BypassedStep(id(step), BypassedStep.Classification.SKIPPED);
  }

  static BypassedStep deferred(String step) {
    return new BypassedStep(id(step), BypassedStep.Classification.DEFERRED);
  }

  static SerialAdvanced wentTo(String from, String to, BypassedStep... bypassed) {
    return new SerialAdvanced(SN, JOB, PATH, id(from), id(to), List.of(bypassed), 1, MODE);
  }

  /** To a step that has to be done again. */
  static SerialAdvanced cameAgain(String from, String to) {
    return new SerialAdvanced(
        SN, JOB, PATH, id(from), id(to), StepStatus.PENDING, List.of(), 1, MODE);
  }

  static SerialCompleted wentHome(String from, BypassedStep... bypassed) {
    return new SerialCompleted(SN, JOB, PATH, id(from), List.of(bypassed), 1, MODE);
  }

  static SerialDeferredCompleted caughtUp(String step) {
    return new SerialDeferredCompleted(SN, JOB, PATH, id(step), 1, MODE);
  }

  static SerialStepWaived waived(String step) {
    return new SerialStepWaived(SN, JOB, PATH, id(step), "Customer agrees", "user_eve", 1, MODE);
  }

  static SerialStepOverridden overridden(String step) {
    return new SerialStepOverridden(SN, JOB, PATH, id(step), "Prototype", 1, MODE);
  }

  static SerialOverrideReversed reversed(String step) {
    return new SerialOverrideReversed(SN, JOB, PATH, id(step), 1, MODE);
  }

  static SerialScrapped scrapped(String step) {
    return scrapped(step, ScrapReason.DAMAGED, null);
  }

  static SerialScrapped scrapped(String step, ScrapReason reason, @Nullable String explanation) {
    return new SerialScrapped(SN, JOB, PATH, id(step), reason, explanation, 1, MODE);
  }

  static SerialForceCompleted forced(String step, String... incomplete) {
    List<StepId> open = Stream.of(incomplete).map(SerialExamples::id).toList();
    return new SerialForceCompleted(SN, JOB, PATH, id(step), open, "Needed today", 1, MODE);
  }

  static SerialReworked reworked(String from, String to, StatusChange... changes) {
    return new SerialReworked(
        SN, JOB, PATH, id(from), id(to), "Scratched", List.of(changes), 1, MODE);
  }

  static StatusChange change(String step, @Nullable StepStatus from, @Nullable StepStatus to) {
    return new StatusChange(id(step), from, to);
  }

  static SerialHeld held() {
    return new SerialHeld(SN, JOB, PATH, "Measure it", 1, MODE);
  }

  static SerialReleased released() {
    return new SerialReleased(SN, JOB, PATH, "Measured", 1, MODE);
  }

  static SerialMoveUndone undone(
      MoveKind kind, @Nullable String from, String to, StatusChange... changes) {
    StepId left = from == null ? null : id(from);
    return new SerialMoveUndone(SN, JOB, PATH, kind, left, id(to), List.of(changes), 1, MODE);
  }

  static SerialCertificateAttached attached(String certificate, String step) {
    return new SerialCertificateAttached(
        SN, JOB, PATH, new CertificateId(certificate), id(step), 1, MODE);
  }

  /** A serial to which this has happened, on a path of two steps. */
  static Given given(SerialEvent... events) {
    return new Given(issued(events), route("cut", "fold"));
  }

  static SerialState after(SerialEvent... events) {
    SerialState state = new SerialState.NotCreated();
    for (SerialEvent event : events) {
      state = state.evolve(event);
    }
    return state;
  }

  static SerialState.Issued issued(SerialEvent... events) {
    return (SerialState.Issued) after(events);
  }

  record Given(SerialState.Issued state, Route route, LastEvent last) {

    Given(SerialState.Issued state, Route route) {
      this(state, route, new LastEvent("user_ann", NOON));
    }

    Given on(Route other) {
      return new Given(state, other, last);
    }

    Given lastBy(String actor) {
      return new Given(state, route, new LastEvent(actor, NOON));
    }

    When when(OfOne command) {
      return new When(command, this);
    }
  }

  record When(OfOne command, Given given) {

    void then(SerialEvent... events) {
      assertThat(decided()).containsExactly(events);
      BOOK.shows(command);
      for (SerialEvent event : events) {
        given.state().evolve(event);
        BOOK.shows(event);
      }
    }

    /** It is so already. */
    void thenNothing() {
      assertThat(decided()).isEmpty();
    }

    void thenRefused(Reason reason) {
      SerialRefused refused = catchThrowableOfType(SerialRefused.class, this::decided);
      assertThat(refused.reason()).isEqualTo(reason);
      BOOK.showsRefusal(reason);
    }

    private List<SerialEvent> decided() {
      return SerialDecider.decide(command, given.state(), given.route(), given.last());
    }
  }
}
