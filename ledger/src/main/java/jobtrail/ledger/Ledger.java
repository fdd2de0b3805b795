package jobtrail.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The shop's ledger: everything that ever happened, in one gapless order. Events are appended in
 * groups by this node's one writer and are never changed. {@code position > n} is the whole truth
 * for a reader that stands at n, on one node or on many.
 */
public final class Ledger implements AutoCloseable {

  private static final int PAGE = 1_000;

  private final DataSource pool;
  private final GroupCommitWriter writer;
  private final LedgerNews news;
  private final KnownHead head;

  Ledger(DataSource pool, GroupCommitWriter writer, LedgerNews news, KnownHead head) {
    this.pool = pool;
    this.writer = writer;
    this.news = news;
    this.head = head;
  }

  /**
   * Stores one command's events, all or none, and returns once they are durable.
   *
   * @param events at least one; sequence numbers continue their streams
   * @throws StreamConflict when somebody else extended one of the streams first; nothing was stored
   * @throws LedgerUnavailable when the database could not be asked in time; nothing was stored
   * @throws OutcomeUnknown when the database did not say in time whether it stored them
   */
  public Appended append(List<NewEvent> events) {
    if (events.isEmpty()) {
      throw new IllegalArgumentException("Nothing to append");
    }
    return writer.append(List.copyOf(events));
  }

  /** How far this node knows the ledger to reach: never less than what this node stored or read. */
  public long knownHead() {
    return head.position();
  }

  /**
   * Runs after the known head has moved, on a thread that must not be kept; several moves may come
   * as one call.
   */
  public void onGrowth(Runnable listener) {
    head.listen(listener);
  }

  /** No longer runs what {@link #onGrowth} was given. */
  public void forget(Runnable listener) {
    head.forget(listener);
  }

  /** Where the ledger ends now, asked of the database. */
  public LedgerHead head() {
    LedgerHead end = ask(LedgerSql::head);
    head.reached(end.position());
    return end;
  }

  /** Up to {@code limit} events behind a position, in order. */
  public List<StoredEvent> after(long position, int limit) {
    return ask(connection -> LedgerSql.after(connection, position, limit));
  }

  /**
   * Up to {@code limit} events behind {@code position} and up to {@code upTo}, in order, less those
   * whose stored name is among {@code less}, which has to hold the {@link LedgerSql#FREQUENT} ones.
   */
  List<StoredEvent> rare(long position, long upTo, Collection<String> less, int limit) {
    return ask(connection -> LedgerSql.rare(connection, position, upTo, less, limit));
  }

  /**
   * Up to {@code limit} events of paths behind {@code position} and up to {@code upTo}, in order.
   */
  public List<StoredEvent> ofPaths(long position, long upTo, int limit) {
    return ask(connection -> LedgerSql.ofPaths(connection, position, upTo, limit));
  }

  /** A whole stream from a sequence number on; empty when there is none. */
  public List<StoredEvent> stream(String streamId, long fromSequenceNumber) {
    return ask(connection -> {
      List<StoredEvent> all = new ArrayList<>();
      List<StoredEvent> page;
      long from = fromSequenceNumber;
      do {
        page = LedgerSql.ofStream(connection, streamId, from, PAGE);
        all.addAll(page);
        from = page.isEmpty() ? from : page.getLast().event().sequenceNumber() + 1;
      } while (page.size() == PAGE);
      return all;
    });
  }

  /** Whole streams, each in order, in one question; a stream without events is missing. */
  public Map<String, List<StoredEvent>> streams(Collection<String> streamIds) {
    return ask(connection -> LedgerSql.ofStreams(connection, streamIds)).stream()
        .collect(Collectors.groupingBy(stored -> stored.event().streamId()));
  }

  /** The last sequence number of a stream; empty when it has no event. */
  public Optional<Long> lastSequenceNumber(String streamId) {
    return Optional.ofNullable(
        this.<@Nullable Long>ask(connection -> LedgerSql.lastSequenceNumber(connection, streamId)));
  }

  /**
   * The first event of each of these streams, in one question; none for a stream without events.
   */
  public List<StoredEvent> beginnings(List<String> streamIds) {
    return ask(connection -> LedgerSql.beginnings(connection, streamIds));
  }

  /** Position of the first event recorded at or after a moment; empty when there is none yet. */
  public Optional<Long> firstSince(Instant moment) {
    return Optional.ofNullable(
        this.<@Nullable Long>ask(connection ->
            LedgerSql.firstSince(connection, moment, LedgerSql.head(connection).position())));
  }

  /** Recomputes every hash from the first event on; the hash covers whole milliseconds. */
  public Verification verify() {
    HashChain chain = new HashChain();
    byte[] hash = LedgerHead.GENESIS.hash();
    long position = 0;
    List<StoredEvent> page = after(position, PAGE);
    while (!page.isEmpty()) {
      for (StoredEvent stored : page) {
        hash = chain.next(hash, stored.position(), stored.event(), stored.recordedAt());
        if (stored.position() != position + 1
            || !stored.recordedAt().truncatedTo(ChronoUnit.MILLIS).equals(stored.recordedAt())
            || !Arrays.equals(hash, stored.hash())) {
          return new Verification(position, stored.position());
        }
        position++;
      }
      page = after(position, PAGE);
    }
    return new Verification(position, null);
  }

  /**
   * What came out of checking the chain.
   *
   * @param proven every event up to this position is as it was written
   * @param brokenAt position of the first event that is not; null when all are
   */
  public record Verification(long proven, @Nullable Long brokenAt) {}

  /** True while the writer can reach the database. */
  public boolean writable() {
    return writer.connected();
  }

  /** Stores what has been handed over, then stops; appends that come later are refused. */
  @Override
  public void close() {
    writer.close();
    news.close();
  }

  private <T extends @Nullable Object> T ask(Question<T> question) {
    try (Connection connection = pool.getConnection()) {
      return question.ask(connection);
    } catch (SQLException e) {
      throw new LedgerUnavailable("The ledger cannot be read now", e);
    }
  }

  private interface Question<T extends @Nullable Object> {
    T ask(Connection connection) throws SQLException;
  }
}
