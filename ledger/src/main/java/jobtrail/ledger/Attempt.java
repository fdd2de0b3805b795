package jobtrail.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One try at storing a group at certain positions; sent again after a lost answer, it is the same
 * to the last byte.
 */
final class Attempt {

  private final List<PendingAppend> group;
  private final List<NewEvent> events;
  private final LedgerHead before;
  private final Instant recordedAt;
  private byte @Nullable [][] hashes;

  /**
   * Numbers a group on from the end of the ledger.
   *
   * @param now recorded unless the ledger's last event claims to be later
   */
  Attempt(List<PendingAppend> group, LedgerHead before, Instant now) {
    this.group = group;
    this.events = group.stream().flatMap(append -> append.events().stream()).toList();
    this.before = before;
    this.recordedAt = now.isBefore(before.recordedAt()) ? before.recordedAt() : now;
  }

  List<PendingAppend> group() {
    return group;
  }

  List<NewEvent> events() {
    return events;
  }

  long firstPosition() {
    return before.position() + 1;
  }

  byte[] firstHash() {
    return chained()[0];
  }

  /** Where the ledger ends once this attempt has succeeded. */
  LedgerHead end() {
    return new LedgerHead(
        before.position() + events.size(), chained()[events.size() - 1], recordedAt);
  }

  void send(Connection connection, HashChain chain) throws SQLException {
    if (hashes == null) {
      hashes = new byte[events.size()][];
      byte[] hash = before.hash();
      for (int i = 0; i < hashes.length; i++) {
        hash = chain.next(hash, firstPosition() + i, events.get(i), recordedAt);
        hashes[i] = hash;
      }
    }
    LedgerSql.append(connection, before.position(), recordedAt, events, hashes);
  }

  /** Tells each caller where its own events stand. */
  void tellStored() {
    long next = firstPosition();
    for (PendingAppend append : group) {
      int size = append.events().size();
      append.stored(new Appended(next, next + size - 1, recordedAt));
      next += size;
    }
  }

  private byte[][] chained() {
    if (hashes == null) {
      throw new IllegalStateException("Not sent yet");
    }
    return hashes;
  }
}
