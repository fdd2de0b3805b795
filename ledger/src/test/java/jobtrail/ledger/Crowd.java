package jobtrail.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Many callers at once, each with a stream of its own, and what each of them was told. */
final class Crowd {

  /**
   * One command's end.
   *
   * @param appended where it landed; null when it failed
   * @param failure why it failed; null when it was stored
   */
  record Told(
      List<NewEvent> events, @Nullable Appended appended, @Nullable RuntimeException failure) {

    boolean acknowledged() {
      return appended != null;
    }

    boolean unknown() {
      return failure instanceof OutcomeUnknown;
    }
  }

  /** Which events a caller sends next, given its stream's next free number. */
  interface Command {
    List<NewEvent> next(String streamId, long sequenceNumber, Random random);
  }

  static final Command ONE_EVENT =
      (stream, number, random) -> List.of(LedgerFixture.event(stream, number));

  static final Command UP_TO_FOUR =
      (stream, number, random) -> {
        List<NewEvent> events = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
          events.add(LedgerFixture.event(stream, number + i));
        }
        return events;
      };

  private final Ledger ledger;
  private final Command command;
  private final Queue<Told> told = new ConcurrentLinkedQueue<>();
  private final LongAdder stored = new LongAdder();
  private final List<Thread> callers = new ArrayList<>();

  private Crowd(Ledger ledger, Command command) {
    this.ledger = ledger;
    this.command = command;
  }

  /** Starts the callers; each goes on for as long as {@code goesOn} says yes to its count. */
  static Crowd start(Ledger ledger, int size, Command command, IntPredicate goesOn) {
    return start(ledger, "SN-1000", size, command, goesOn);
  }

  /** Starts callers whose streams begin with a prefix. */
  static Crowd start(Ledger ledger, String prefix, int size, Command command, IntPredicate goesOn) {
    Crowd crowd = new Crowd(ledger, command);
    for (int i = 0; i < size; i++) {
      String stream = prefix + i;
      Random random = new Random(i);
      crowd.callers.add(Thread.ofVirtual().start(() -> crowd.call(stream, random, goesOn)));
    }
    return crowd;
  }

  /** Waits until every caller has ended, and tells what each command came to. */
  Collection<Told> told() throws InterruptedException {
    for (Thread caller : callers) {
      caller.join();
    }
    return told;
  }

  /** How many commands were stored until now. */
  long stored() {
    return stored.sum();
  }

  private void call(String first, Random random, IntPredicate goesOn) {
    String stream = first;
    long next = 0;
    for (int count = 0; goesOn.test(count); count++) {
      List<NewEvent> events = command.next(stream, next, random);
      try {
        told.add(new Told(events, ledger.append(events), null));
        stored.increment();
        for (NewEvent event : events) {
          next += event.streamId().equals(stream) ? 1 : 0;
        }
      } catch (RuntimeException e) {
        told.add(new Told(events, null, e));
        if (e instanceof OutcomeUnknown) {
          // Neither sure nor safe to guess; another stream will do.
          stream = stream + "x";
          next = 0;
        }
      }
    }
  }
}
