package jobtrail.command.priority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jobtrail.command.WholeRuleBook;
import jobtrail.command.priority.PriorityCommand.SetPriorities;
import jobtrail.command.priority.PriorityRefused.Reason;
import jobtrail.events.job.JobId;
import jobtrail.events.priority.PriorityEvent;
import jobtrail.events.priority.PriorityEvent.PrioritiesSet;

/** The words in which the tests speak of the order of jobs. */
final class PriorityExamples {

  /** Fails when a command, an event or a reason is left out. */
  static final WholeRuleBook BOOK =
      new WholeRuleBook(PriorityCommand.class, PriorityEvent.class, Reason.class);

  private PriorityExamples() {}

  static PrioritiesSet inOrder(String... jobs) {
    return new PrioritiesSet(Stream.of(jobs).map(JobId::new).toList());
  }

  static SetPriorities put(String... jobs) {
    return SetPriorities.of(List.of(jobs));
  }

  static PriorityState after(PriorityEvent... events) {
    PriorityState state = new PriorityState.NeverSet();
    for (PriorityEvent event : events) {
      state = state.evolve(event);
      BOOK.shows(event);
    }
    return state;
  }

  /** A shop with these open jobs, the oldest first. */
  static Given open(String... jobs) {
    return new Given(List.of(jobs), Set.of(), after());
  }

  record Given(List<String> open, Set<String> completed, PriorityState state) {

    Given completed(String... jobs) {
      return new Given(open, Set.of(jobs), state);
    }

    Given once(PriorityEvent... events) {
      return new Given(open, completed, after(events));
    }

    When when(SetPriorities command) {
      return new When(command.knowing(open, completed), state);
    }
  }

  record When(SetPriorities command, PriorityState state) {

    void then(PriorityEvent... events) {
      assertThat(PriorityDecider.decide(command, state)).containsExactly(events);
      BOOK.shows(command);
    }

    void thenRefused(Reason reason, String message) {
      PriorityRefused refused =
          catchThrowableOfType(PriorityRefused.class, () -> PriorityDecider.decide(command, state));
      assertThat(refused).as("a refusal").isNotNull();
      assertThat(refused.reason()).isEqualTo(reason);
      assertThat(refused).hasMessage(message);
      BOOK.showsRefusal(reason);
    }
  }
}
