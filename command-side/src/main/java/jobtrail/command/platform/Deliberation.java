package jobtrail.command.platform;

import java.util.Optional;
import jobtrail.http.IfMatch;
import jobtrail.ledger.Appended;
import jobtrail.ledger.LedgerStorageEngine;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/**
 * What is noted while one command is ruled on: the version of the stream it was ruled on at, and
 * where its events were stored. Travels with the command message, never with its events.
 */
public final class Deliberation {

  static final String KEY = "deliberation";

  private final IfMatch ifMatch;
  private final MetaData carried;
  private @Nullable Long decidedAt;
  private @Nullable Appended appended;

  /**
   * For one try of one command.
   *
   * @param carried what its events carry as metadata
   */
  Deliberation(IfMatch ifMatch, MetaData carried) {
    this.ifMatch = ifMatch;
    this.carried = carried;
  }

  /** What the events of the command that is being handled carry: who, where, when and why. */
  public static MetaData carried() {
    return current().map(deliberation -> deliberation.carried).orElse(MetaData.emptyInstance());
  }

  /**
   * To be called by a shell before it asks its decider: notes the version, and refuses when the
   * caller saw another one.
   *
   * @throws StaleVersion before any rule is looked at
   */
  public static void begin() {
    current().ifPresent(Deliberation::note);
  }

  /**
   * For a handler that has read a stream itself: refuses when the caller saw another version of it.
   *
   * @throws StaleVersion before any rule is looked at
   */
  public static void require(long version) {
    current()
        .filter(deliberation -> !deliberation.ifMatch.matches(version))
        .ifPresent(deliberation -> {
          throw new StaleVersion(version);
        });
  }

  /** For a handler that appends to the ledger itself instead of through an aggregate. */
  public static void stored(Appended appended) {
    current().ifPresent(deliberation -> deliberation.appended = appended);
  }

  private static Optional<Deliberation> current() {
    return CurrentUnitOfWork.map(unit -> unit.getMessage().getMetaData().get(KEY))
        .map(Deliberation.class::cast);
  }

  private void note() {
    decidedAt = AggregateLifecycle.getVersion();
    if (decidedAt != null && !ifMatch.matches(decidedAt)) {
      throw new StaleVersion(decidedAt);
    }
    CurrentUnitOfWork.get()
        .afterCommit(unit -> appended = unit.root().getResource(LedgerStorageEngine.APPENDED));
  }

  /**
   * The sequence number of the last event that the ruling knew; null when it knew no stream, or a
   * new one.
   */
  @Nullable Long decidedAt() {
    return decidedAt;
  }

  /** Where the events stand; null when there were none. */
  @Nullable Appended appended() {
    return appended;
  }
}
