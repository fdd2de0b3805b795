package jobtrail.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TransferQueue;
import jobtrail.ledger.LedgerSql.StreamPlace;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The node's one writer: takes what command threads have handed over and stores it as one group, in
 * one round trip and one commit. A command's events go all together or not at all.
 *
 * <p>Optimistic: it remembers where the ledger ended and numbers on from there; a violated primary
 * key says that another node was there. After such a miss it takes the lead (an exclusive lock) for
 * its next groups, so that busy nodes take turns.
 */
final class GroupCommitWriter implements AutoCloseable {

  /** More events than this are not gathered into one group; a larger single append goes alone. */
  static final int GROUP_LIMIT = 2_000;

  private static final int GROUPS_IN_THE_LEAD = 300;
  private static final long RECONNECT_PAUSE_MILLIS = 50;

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommitWriter.class);

  private final LedgerConnections connections;
  private final Clock clock;
  private final long patienceMillis;
  private final LedgerMetrics metrics;
  private final HashChain chain = new HashChain();
  private final TransferQueue<PendingAppend> queue = new LinkedTransferQueue<>();
  private final Thread thread;

  private volatile boolean closing;
  private volatile boolean connected;
  private @Nullable Connection connection;
  private @Nullable PendingAppend heldBack;
  private @Nullable LedgerHead head;
  private int groupsToLead;

  GroupCommitWriter(
      LedgerConnections connections, Clock clock, long patienceMillis, LedgerMetrics metrics) {
    this.connections = connections;
    this.clock = clock;
    this.patienceMillis = patienceMillis;
    this.metrics = metrics;
    this.thread = Thread.ofPlatform().name("ledger-writer").start(this::run);
  }

  /**
   * Hands over one command's events and waits until they are durable; see {@link Ledger#append}.
   */
  Appended append(List<NewEvent> events) {
    PendingAppend append = new PendingAppend(events);
    if (closing) {
      throw new LedgerUnavailable("The ledger is closing; nothing was stored");
    }
    queue.add(append);
    if (closing && !thread.isAlive() && append.giveUp()) {
      throw new LedgerUnavailable("The ledger is closing; nothing was stored");
    }
    return append.await(patienceMillis);
  }

  /** True while the writer has a connection. */
  boolean connected() {
    return connected;
  }

  /** Stores what has been handed over, then stops; takes nothing new. */
  @Override
  public void close() {
    closing = true;
    try {
      thread.join(patienceMillis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    connectQuietly();
    while (true) {
      try {
        PendingAppend first = next();
        if (first != null) {
          store(gather(first));
        } else if (closing) {
          disconnect();
          return;
        }
      } catch (RuntimeException e) {
        LOG.error(
            "The ledger's writer met something it does not know; it goes on with a new connection",
            e);
        disconnect();
      }
    }
  }

  private @Nullable PendingAppend next() {
    if (heldBack != null) {
      PendingAppend next = heldBack;
      heldBack = null;
      return next;
    }
    try {
      return closing ? queue.poll() : queue.poll(100, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closing = true;
      return null;
    }
  }

  /**
   * What waits now, up to the limit; two claims on the same place of a stream cannot both hold, so
   * the later one fails here.
   */
  private List<PendingAppend> gather(PendingAppend first) {
    List<PendingAppend> group = new ArrayList<>();
    Set<StreamPlace> places = new HashSet<>();
    int events = 0;
    PendingAppend append = first;
    while (append != null) {
      if (!group.isEmpty() && events + append.events().size() > GROUP_LIMIT) {
        heldBack = append;
        break;
      }
      if (claim(append, places)) {
        group.add(append);
        events += append.events().size();
      }
      append = queue.poll();
    }
    return group;
  }

  private static boolean claim(PendingAppend append, Set<StreamPlace> places) {
    List<StreamPlace> wanted = append.events().stream().map(StreamPlace::of).toList();
    for (StreamPlace place : wanted) {
      if (places.contains(place)) {
        append.failed(new StreamConflict(place.streamId(), place.sequenceNumber()));
        return false;
      }
    }
    places.addAll(wanted);
    return true;
  }

  /**
   * Stores a group, as often as it takes, until each of its appends is stored or known to have
   * failed.
   */
  private void store(List<PendingAppend> taken) {
    List<PendingAppend> group = taken;
    Attempt lost = null;
    Instant deadline = Instant.now().plusMillis(patienceMillis);
    while (!group.isEmpty()) {
      try {
        Connection open = connect();
        if (lost != null) {
          if (settle(open, lost)) {
            return;
          }
          lost = null;
          head = null;
          group.forEach(PendingAppend::notStored);
        }
        group = group.stream().filter(PendingAppend::send).toList();
        if (group.isEmpty()) {
          return;
        }
        Attempt attempt =
            groupsToLead > 0 ? lead(open, group) : new Attempt(group, headOf(open), now());
        try {
          long started = System.nanoTime();
          attempt.send(open, chain);
          if (!open.getAutoCommit()) {
            open.commit();
            open.setAutoCommit(true);
            groupsToLead--;
          }
          succeed(attempt, System.nanoTime() - started);
          return;
        } catch (SQLException e) {
          if (answered(e)) {
            endTransaction(open);
            group.forEach(PendingAppend::notStored);
            group = afterRefusal(open, attempt, e);
          } else {
            lost = attempt;
            throw e;
          }
        }
      } catch (SQLException e) {
        LOG.warn("The ledger's connection broke: {}", e.getMessage());
        disconnect();
        if (Instant.now().isAfter(deadline)) {
          giveUp(group, lost != null, e);
          return;
        }
        pause();
      }
    }
  }

  /**
   * Sends the same group again with the same positions and hashes; true when it is in, be it from
   * the first time or from now.
   */
  private boolean settle(Connection open, Attempt lost) throws SQLException {
    try {
      lost.send(open, chain);
    } catch (SQLException e) {
      if (!answered(e)) {
        throw e;
      }
      byte[] there = LedgerSql.hashAt(open, lost.firstPosition());
      if (!Arrays.equals(there, lost.firstHash())) {
        return false;
      }
    }
    succeed(lost, 0);
    return true;
  }

  private Attempt lead(Connection open, List<PendingAppend> group) throws SQLException {
    open.setAutoCommit(false);
    LedgerHead end = LedgerSql.lead(open);
    if (head != null && end.position() != head.position()) {
      groupsToLead = GROUPS_IN_THE_LEAD;
    }
    return new Attempt(group, end, now());
  }

  /**
   * What is left to store after the database said no; everything that cannot be stored has been
   * told so.
   */
  private List<PendingAppend> afterRefusal(Connection open, Attempt attempt, SQLException refusal)
      throws SQLException {
    String constraint = constraintOf(refusal);
    if (LedgerSql.POSITION_TAKEN.equals(constraint)) {
      metrics.missed();
      groupsToLead = GROUPS_IN_THE_LEAD;
      head = LedgerSql.head(open);
      return attempt.group();
    }
    if (LedgerSql.STREAM_TAKEN.equals(constraint)) {
      Set<StreamPlace> taken = new HashSet<>(LedgerSql.taken(open, attempt.events()));
      List<PendingAppend> rest = new ArrayList<>();
      for (PendingAppend append : attempt.group()) {
        append.events().stream()
            .map(StreamPlace::of)
            .filter(taken::contains)
            .findFirst()
            .ifPresentOrElse(
                place ->
                    append.failed(new StreamConflict(place.streamId(), place.sequenceNumber())),
                () -> rest.add(append));
      }
      return rest;
    }
    if (passing(refusal)) {
      LOG.warn("The database cannot store events now: {}", refusal.getMessage());
      attempt.group().forEach(append -> append.failed(unavailable(refusal)));
      return List.of();
    }
    return alone(attempt.group(), refusal);
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
      group.forEach(append -> store(List.of(append)));
    }
    return List.of();
  }

  private void succeed(Attempt attempt, long nanos) {
    head = attempt.end();
    attempt.tellStored();
    metrics.stored(
        attempt.group().size(), attempt.events().size(), nanos, attempt.end().position());
  }

  private static void giveUp(List<PendingAppend> group, boolean sent, SQLException cause) {
    group.forEach(append -> append.failed(sent ? new OutcomeUnknown() : unavailable(cause)));
  }

  private static LedgerUnavailable unavailable(SQLException cause) {
    return new LedgerUnavailable("The database cannot store events now; nothing was stored", cause);
  }

  private LedgerHead headOf(Connection open) throws SQLException {
    LedgerHead known = head;
    if (known == null) {
      known = LedgerSql.head(open);
      head = known;
    }
    return known;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private Connection connect() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = connections.open("jobtrail ledger writer");
      connection = open;
      connected = true;
    }
    return open;
  }

  private void connectQuietly() {
    try {
      headOf(connect());
    } catch (SQLException e) {
      LOG.warn("The ledger's writer cannot reach the database yet: {}", e.getMessage());
      disconnect();
    }
  }

  private void disconnect() {
    connected = false;
    head = null;
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        LOG.debug("A broken connection did not close cleanly", e);
      }
    }
  }

  private static void endTransaction(Connection open) throws SQLException {
    if (!open.getAutoCommit()) {
      open.rollback();
      open.setAutoCommit(true);
    }
  }

  /**
   * True when the server answered, so that the group is certainly not stored; false when the answer
   * was lost.
   */
  private static boolean answered(SQLException e) {
    String state = e.getSQLState();
    return state != null
        && !PSQLState.isConnectionError(state)
        && !state.startsWith("08")
        && !state.startsWith("57P");
  }

  /**
   * Read-only or standby, deadlocked, out of disk or memory, locked: the events are fit, the moment
   * is not.
   */
  private static boolean passing(SQLException e) {
    String state = e.getSQLState();
    return state != null && Set.of("25", "40", "53", "55", "58").contains(state.substring(0, 2));
  }

  private static @Nullable String constraintOf(SQLException e) {
    return e instanceof PSQLException refused && refused.getServerErrorMessage() != null
        ? refused.getServerErrorMessage().getConstraint()
        : null;
  }

  private static void pause() {
    try {
      Thread.sleep(RECONNECT_PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
