package jobtrail.ledger;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The node's one writer: takes what command threads have handed over and stores it as one group, in
 * one round trip and one commit. A command's events go all together or not at all.
 *
 * <p>Optimistic: it remembers where the ledger ended and numbers on from there; a violated primary
 * key says that another node was there.
 */
final class GroupCommitWriter implements AutoCloseable {

  /** More events than this are not gathered into one group; a larger single append goes alone. */
  static final int GROUP_LIMIT = 2_000;

  private static final long IDLE_POLL_MILLIS = 100;
  private static final long IDLE_CHECK_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final Logger LOG = LoggerFactory.getLogger(GroupCommitWriter.class);

  private final WriterSession session;
  private final GroupStore store;
  private final long patienceMillis;
  private final BlockingQueue<PendingAppend> queue = new LinkedTransferQueue<>();
  private final Thread thread;

  private volatile boolean closing;
  private volatile boolean stopped;
  private volatile boolean storing;
  private volatile long busySince;
  private @Nullable PendingAppend heldBack;
  private long checked;

  GroupCommitWriter(
      LedgerConnections connections, Clock clock, long patienceMillis, LedgerMetrics metrics) {
    this.session = new WriterSession(connections);
    this.store =
        new GroupStore(session, clock, patienceMillis, () -> closing, this::gatherMore, metrics);
    this.patienceMillis = patienceMillis;
    this.thread = Thread.ofPlatform().daemon().name("ledger-writer").start(this::run);
  }

  /**
   * Hands over one command's events and waits until they are durable; see {@link Ledger#append}.
   */
  Appended append(List<NewEvent> events) {
    PendingAppend append = new PendingAppend(events);
    if (closing) {
      throw closed();
    }
    queue.add(append);
    if (stopped && append.giveUp()) {
      throw closed();
    }
    return append.await(patienceMillis);
  }

  /** True while the writer has a connection that answers. */
  boolean connected() {
    boolean stuck =
        storing && System.nanoTime() - busySince > TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    return session.connected() && !stuck;
  }

  /** How many commands wait for the group after this one. */
  int waiting() {
    return queue.size();
  }

  /** True while the writer takes turns with those of other nodes. */
  boolean leading() {
    return session.leading();
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
    if (thread.isAlive()) {
      session.abort();
    }
  }

  private void run() {
    boolean more = true;
    while (more) {
      more = turn();
    }
    stopped = true;
    session.disconnect();
    for (PendingAppend late = queue.poll(); late != null; late = queue.poll()) {
      late.failed(closed());
    }
  }

  /**
   * One group, or a look at the connection when there is none; false when all is done. The one
   * writer outlives whatever it meets.
   */
  @SuppressWarnings("CatchingUnchecked")
  private boolean turn() {
    try {
      PendingAppend first = next();
      if (first != null) {
        storeGuarded(gather(List.of(first)));
      } else if (closing) {
        return false;
      } else if (checked == 0 || System.nanoTime() - checked > IDLE_CHECK_NANOS) {
        check();
      }
    } catch (RuntimeException | Error e) {
      LOG.error("The ledger's writer met something unknown", e);
      session.disconnect();
    }
    return true;
  }

  /** Whoever was in the group gets an answer, whatever happened. */
  @SuppressWarnings("CatchingUnchecked")
  private void storeGuarded(List<PendingAppend> group) {
    busySince = System.nanoTime();
    storing = true;
    try {
      store.store(group);
    } catch (RuntimeException | Error e) {
      LOG.error("The ledger's writer met something unknown and takes a new connection", e);
      session.disconnect();
      group.forEach(append -> append.abandon(e));
    } finally {
      storing = false;
      checked = System.nanoTime();
    }
  }

  /** An idle writer looks after its connection, and where other nodes have brought the ledger. */
  private void check() {
    checked = System.nanoTime();
    try {
      session.refresh();
    } catch (SQLException e) {
      if (session.connected()) {
        LOG.warn("The ledger's writer lost the database: {}", e.getMessage());
      }
      session.disconnect();
    }
  }

  private @Nullable PendingAppend next() {
    if (heldBack != null) {
      PendingAppend next = heldBack;
      heldBack = null;
      return next;
    }
    try {
      return closing ? queue.poll() : queue.poll(IDLE_POLL_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closing = true;
      return null;
    }
  }

  private List<PendingAppend> gatherMore(List<PendingAppend> begun) {
    return heldBack == null ? gather(begun) : begun;
  }

  /**
   * A group and what waits now, up to the limit; two claims on the same place of a stream cannot
   * both hold, so the later one fails here.
   */
  private List<PendingAppend> gather(List<PendingAppend> begun) {
    List<PendingAppend> group = new ArrayList<>();
    Set<StreamPlace> places = new HashSet<>();
    int events = 0;
    Iterator<PendingAppend> first = begun.iterator();
    while (heldBack == null) {
      PendingAppend append = first.hasNext() ? first.next() : queue.poll();
      if (append == null) {
        break;
      }
      if (!group.isEmpty() && events + append.events().size() > GROUP_LIMIT) {
        heldBack = append;
      } else if (append.wanted() && claim(append, places)) {
        group.add(append);
        events += append.events().size();
      }
    }
    return group;
  }

  private static boolean claim(PendingAppend append, Set<StreamPlace> places) {
    Set<StreamPlace> wanted = new HashSet<>();
    for (NewEvent event : append.events()) {
      StreamPlace place = StreamPlace.of(event);
      if (places.contains(place) || !wanted.add(place)) {
        append.failed(new StreamConflict(place.streamId(), place.sequenceNumber()));
        return false;
      }
    }
    places.addAll(wanted);
    return true;
  }

  private static LedgerUnavailable closed() {
    return new LedgerUnavailable("The ledger is closing; nothing was stored");
  }
}
