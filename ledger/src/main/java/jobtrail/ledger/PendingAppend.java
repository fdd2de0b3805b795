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
    WAITING,
    SENT,
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

  /**
   * About to be sent; false when the caller has given up waiting, so that it must not be stored any
   * more.
   */
  boolean send() {
    return stage.compareAndSet(Stage.WAITING, Stage.SENT) || stage.get() == Stage.SENT;
  }

  /** What was sent is certainly not stored, and waits for another try. */
  void notStored() {
    stage.compareAndSet(Stage.SENT, Stage.WAITING);
  }

  /** Withdraws what was not sent; false when it may be stored by now. */
  boolean giveUp() {
    return stage.compareAndSet(Stage.WAITING, Stage.GIVEN_UP);
  }

  void stored(Appended appended) {
    outcome.complete(appended);
  }

  void failed(RuntimeException why) {
    outcome.completeExceptionally(why);
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
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(e.getCause());
    } catch (TimeoutException e) {
      throw late();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw late();
    }
  }

  private RuntimeException late() {
    return giveUp()
        ? new LedgerUnavailable("The ledger did not answer in time; nothing was stored")
        : new OutcomeUnknown();
  }
}
