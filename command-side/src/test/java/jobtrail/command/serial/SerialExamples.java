package jobtrail.command.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jobtrail.command.WholeRuleBook;
import jobtrail.command.serial.SerialCommand.OfOne;
import jobtrail.command.serial.SerialRefused.Reason;
import jobtrail.events.job.JobId;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.DependencyType;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathStepsChanged;
import jobtrail.events.path.PathId;
import jobtrail.events.path.Route;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.SerialEvent;
import jobtrail.events.serial.SerialEvent.SerialAdvanced;
import jobtrail.events.serial.SerialEvent.SerialCompleted;
import jobtrail.events.serial.SerialEvent.SerialCreated;
import jobtrail.events.serial.SerialId;

/** The words in which the tests speak of serials. */
final class SerialExamples {

  static final SerialId SN = SerialId.of(1);
  static final JobId JOB = new JobId("job_1");
  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  static final PathId PATH = new PathId("path_1");

  /**
   * Fails when a command, an event or a reason is left out; SerialIssue looks for the path, and who
   * reads the stream for the serial.
   */
  static final WholeRuleBook BOOK =
      new WholeRuleBook(SerialCommand.class, SerialEvent.class, Reason.class)
          .except(Reason.PATH_NOT_FOUND)
          .except(Reason.NOT_CREATED);

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
