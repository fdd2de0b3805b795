package jobtrail.ledger;

import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores one group after another, as often as it takes, until each append of a group is stored or
 * known to have failed. Used by the writer's thread only.
 */
final class GroupStore {

  private static final long RECONNECT_PAUSE_MILLIS = 50;

  private static final Logger LOG = LoggerFactory.getLogger(GroupStore.class);

  private final WriterSession session;
  private final Clock clock;
  private final long patienceNanos;
  private final BooleanSupplier closing;
  private final UnaryOperator<List<PendingAppend>> gatherMore;
  private final LedgerMetrics metrics;
  private final HashChain chain = new HashChain();

  GroupStore(
      WriterSession session,
      Clock clock,
      long patienceMillis,
      BooleanSupplier closing,
      UnaryOperator<List<PendingAppend>> gatherMore,
      LedgerMetrics metrics) {
    this.session = session;
    this.clock = clock;
    this.patienceNanos = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    this.closing = closing;
    this.gatherMore = gatherMore;
    this.metrics = metrics;
  }

  void store(List<PendingAppend> taken) {
    store(taken, gatherMore);
  }

  private void store(List<PendingAppend> taken, UnaryOperator<List<PendingAppend>> more) {
    List<PendingAppend> group = taken;
    Attempt lost = null;
    long started = System.nanoTime();
    while (true) {
      try {
        if (lost != null) {
          if (settled(lost)) {
            return;
          }
          lost.group().forEach(PendingAppend::notStored);
          lost = null;
        }
        Attempt attempt = next(group, more);
        if (attempt == null) {
          return;
        }
        group = attempt.group();
        try {
          send(attempt);
          return;
        } catch (SQLException e) {
          if (!Refusal.certain(e)) {
            lost = attempt;
            throw e;
          }
          group.forEach(PendingAppend::notStored);
          session.rollback();
          group = afterRefusal(attempt, e);
        }
      } catch (SQLException e) {
        broken(e);
        boolean late = System.nanoTime() - started > patienceNanos;
        if (late || (closing.getAsBoolean() && lost == null)) {
          group.forEach(append -> append.abandon(e));
          return;
        }
        pause();
      }
    }
  }

  /** The next try for those who still wait; null when nobody does. */
  private @Nullable Attempt next(List<PendingAppend> group, UnaryOperator<List<PendingAppend>> more)
      throws SQLException {
    if (group.stream().noneMatch(PendingAppend::wanted)) {
      return null;
    }
    LedgerHead end = session.begin();
    // Whoever had to wait for its turn takes along what has come meanwhile.
    List<PendingAppend> whole = session.leading() ? more.apply(group) : group;
    List<PendingAppend> sent = whole.stream().filter(PendingAppend::send).toList();
    if (sent.isEmpty()) {
      session.rollback();
      return null;
    }
    return new Attempt(sent, end, clock.instant().truncatedTo(ChronoUnit.MILLIS));
  }

  private void send(Attempt attempt) throws SQLException {
    long started = System.nanoTime();
    attempt.send(session.connection(), chain);
    session.commit();
    succeed(attempt, System.nanoTime() - started);
  }

  /**
   * Sends the same group again with the same positions and hashes; true when it is in, be it from
   * the first time or from now. Only another event at its position, or a taken place in a stream,
   * proves that it is not in and cannot get in any more: whoever carried the first try may still be
   * at work.
   */
  private boolean settled(Attempt lost) throws SQLException {
    try {
      lost.send(session.connection(), chain);
    } catch (SQLException e) {
      if (!Refusal.positionTaken(e) && !Refusal.streamTaken(e)) {
        throw e;
      }
      // Which of the two is told first is the database's affair: our own hash alone says that we
      // are in.
      byte[] there = LedgerSql.hashAt(session.connection(), lost.firstPosition());
      if (!Arrays.equals(there, lost.firstHash())) {
        return false;
      }
    }
    succeed(lost, 0);
    return true;
  }

  /**
   * What is left to store after the database said no; everything that cannot be stored has been
   * told so.
   */
  private List<PendingAppend> afterRefusal(Attempt attempt, SQLException refusal)
      throws SQLException {
    if (Refusal.positionTaken(refusal)) {
      metrics.missed();
      session.missed();
      return attempt.group();
    }
    if (Refusal.streamTaken(refusal)) {
      return withoutConflicts(attempt, refusal);
    }
    if (Refusal.passing(refusal)) {
      broken(refusal);
      attempt.group().forEach(append -> append.abandon(refusal));
      return List.of();
    }
    return alone(attempt.group(), refusal);
  }

  private List<PendingAppend> withoutConflicts(Attempt attempt, SQLException refusal)
      throws SQLException {
    Set<StreamPlace> taken = new HashSet<>(LedgerSql.taken(session.connection(), attempt.events()));
    if (taken.isEmpty()) {
      return alone(attempt.group(), refusal);
    }
    List<PendingAppend> rest = new ArrayList<>();
    for (PendingAppend append : attempt.group()) {
      append.events().stream()
          .map(StreamPlace::of)
          .filter(taken::contains)
          .findFirst()
          .ifPresentOrElse(
              place -> append.failed(new StreamConflict(place.streamId(), place.sequenceNumber())),
              () -> rest.add(append));
    }
    return rest;
  }

  /**
   * Something in the group is unfit to be stored; each append goes by itself, so that only the
   * unfit one fails.
   */
  private List<PendingAppend> alone(List<PendingAppend> group, SQLException refusal) {
    if (group.size() == 1) {
      LOG.error("The database refused an append", refusal);
      group
          .getFirst()
          .failed(new IllegalStateException("The database refused the events", refusal));
    } else {
      group.forEach(append -> store(List.of(append), UnaryOperator.identity()));
    }
    return List.of();
  }

  /** The known end moves before the callers hear of it: it is never behind what they know. */
  private void succeed(Attempt attempt, long nanos) {
    session.reached(attempt.end());
    metrics.stored(
        attempt.group().size(), attempt.events().size(), nanos, attempt.end().position());
    attempt.tellStored();
  }

  private void broken(SQLException e) {
    if (session.connected()) {
      LOG.warn("The database cannot store events now: {}", e.getMessage());
    }
    session.disconnect();
  }

  private static void pause() {
    try {
      Thread.sleep(RECONNECT_PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
