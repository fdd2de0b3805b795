package jobtrail.command.platform;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import jobtrail.events.DomainEvent;
import jobtrail.ledger.Appended;
import jobtrail.ledger.EventTranslator;
import jobtrail.ledger.Ledger;
import jobtrail.ledger.NewEvent;
import jobtrail.ledger.QuickIds;
import jobtrail.ledger.StoredEvent;
import org.axonframework.common.lock.Lock;
import org.axonframework.common.lock.LockFactory;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/**
 * For rulings on many streams at once: all are locked in one order, read in one question, and what
 * is decided is stored in one append. Reads the ledger and no copy, so that every "no" is a true
 * one; who collides with another command is ruled on again as a whole.
 */
public final class ManyStreams {

  private final Ledger ledger;
  private final EventTranslator translator;
  private final LockFactory locks;

  ManyStreams(Ledger ledger, EventTranslator translator, LockFactory locks) {
    this.ledger = ledger;
    this.translator = translator;
    this.locks = locks;
  }

  /**
   * What was decided for one stream.
   *
   * @param next sequence number of the first of these events
   */
  public record Decided(long next, List<? extends DomainEvent> events) {}

  /** Rules while nobody else on this node can; a stream without events is missing. */
  public <T> T locked(
      Collection<String> streamIds, Function<Map<String, List<StoredEvent>>, T> ruling) {
    TreeSet<String> ids = new TreeSet<>(streamIds);
    Deque<Lock> held = new ArrayDeque<>();
    try {
      ids.forEach(id -> held.push(locks.obtainLock(id)));
      return ruling.apply(ledger.streams(ids));
    } finally {
      held.forEach(Lock::release);
    }
  }

  /**
   * A version is named only where one stream is asked for; this is to be called for that one.
   *
   * @param name under which a refusal tells what was found
   * @throws StaleVersion when the caller saw another version
   */
  public static void requireVersion(long version, String name, Supplier<?> found) {
    try {
      Deliberation.require(version);
    } catch (StaleVersion stale) {
      throw stale.seeing(name, found.get());
    }
  }

  /**
   * Stores what was decided, all or nothing; to be called while it is locked.
   *
   * @return where it stands, in this order; null when nothing was decided
   */
  public @Nullable Appended store(List<Decided> decided) {
    MetaData carried = Deliberation.carried();
    List<NewEvent> events = new ArrayList<>();
    for (Decided one : decided) {
      long next = one.next();
      for (DomainEvent event : one.events()) {
        events.add(translator.toStore(event, next++, QuickIds.next(), carried));
      }
    }
    if (events.isEmpty()) {
      return null;
    }
    Appended appended = ledger.append(events);
    Deliberation.stored(appended);
    return appended;
  }
}
