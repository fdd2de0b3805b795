package jobtrail.ledger;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/** One command's events on their way to the writer, and the caller that waits for them. */
final class PendingAppend {

  private enum Stage {
    /** Certainly not stored; the caller waits. */
    WAITING,
    /** Perhaps stored; the caller waits. */
    SENT,
    /** Perhaps stored, but the caller has left not knowing; must not be sent once more. */
    LEFT,
    /** Certainly not stored, and must not be any more. */
    GIVEN_UP
  }

  private final List<NewEvent> events;
  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);
  private final CompletableFuture<Appended> outcome = new CompletableFuture<>();

  PendingAppend(List<NewEvent> events) {
    this.events = events;
  }

  List<NewEvent> events() {
    return events;
  }

  /** False once the caller has given up or has been answered. */
  boolean wanted() {
    return stage.get() == Stage.WAITING && !outcome.isDone();
  }

  /** About to be sent; false when it must not be stored any more. */
  boolean send() {
    return stage.compareAndSet(Stage.WAITING, Stage.SENT);
  }

  /** What was sent is certainly not stored, and waits for another try if its caller does. */
  void notStored() {
    if (!stage.compareAndSet(Stage.SENT, Stage.WAITING)) {
      stage.compareAndSet(Stage.LEFT, Stage.GIVEN_UP);
    }
  }

  /** Withdraws what is certainly not stored; false when it may be stored by now. */
  boolean giveUp() {
    return stage.compareAndSet(Stage.WAITING, Stage.GIVEN_UP);
  }

  void stored(Appended appended) {
    outcome.complete(appended);
  }

  void failed(RuntimeException why) {
    outcome.completeExceptionally(why);
  }

  /** Tells the caller that the writer will not try any longer. */
  void abandon(Throwable why) {
    failed(
        giveUp()
            ? new LedgerUnavailable("The database cannot store events now; nothing was stored", why)
            : new OutcomeUnknown());
  }

  /**
   * Waits for the writer's answer.
   *
   * @throws LedgerUnavailable when it was not sent in time: nothing is stored, and nothing will be
   * @throws OutcomeUnknown when it was sent but there is no answer yet
   * @throws StreamConflict when somebody else extended one of its streams first
   */
  Appended await(long millis) {
    try {
      return outcome.get(millis, TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw known(e);
    } catch (TimeoutException e) {
      return leave();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return leave();
    }
  }

  private Appended leave() {
    while (!outcome.isDone()) {
      if (giveUp()) {
        throw new LedgerUnavailable("The ledger did not answer in time; nothing was stored");
      }
      if (stage.compareAndSet(Stage.SENT, Stage.LEFT)) {
        throw new OutcomeUnknown();
      }
    }
    try {
      return outcome.resultNow();
    } catch (IllegalStateException e) {
      throw known(new ExecutionException(outcome.exceptionNow()));
    }
  }

  private static RuntimeException known(ExecutionException e) {
    return e.getCause() instanceof RuntimeException known
        ? known
        : new IllegalStateException(e.getCause());
  }
}
