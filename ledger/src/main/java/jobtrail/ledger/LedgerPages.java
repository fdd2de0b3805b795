package jobtrail.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import jobtrail.events.DomainEvent;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * The part of the ledger that readers of this process have just read, in pages, so that several
 * readers near one another share one query and one parsing. Positions have no holes, so a full page
 * never changes.
 */
public final class LedgerPages {

  static final int PAGE_EVENTS = 500;

  /**
   * Enough for the readers that are up to date, and few: all of it is young memory, which the
   * collector copies while commands wait.
   */
  private static final int PAGES_KEPT = 8;

  /**
   * As many as the pages kept hold: who is as far behind would read them from the database anyway.
   */
  private static final long FAR_BEHIND = 4_000;

  /** As many events are looked through at once for those that a reader hears. */
  private static final long STRIDE = 100_000;

  private final Ledger ledger;
  private final EventTranslator translator;
  private final Cache<Long, Page> pages = Caffeine.newBuilder().maximumSize(PAGES_KEPT).build();

  LedgerPages(Ledger ledger, EventTranslator translator) {
    this.ledger = ledger;
    this.translator = translator;
  }

  /**
   * What stands behind a position on the same page, up to the known head: at least one event when
   * there is any.
   */
  List<Entry> after(long position) {
    Page page = Objects.requireNonNull(pages.get(position / PAGE_EVENTS, Page::new));
    return page.after(position);
  }

  /**
   * As {@link #after(long)}, with a run of events of the unheard names told by its last position
   * alone. Who is far behind has no reader near it to share with, and asks for what it hears only.
   */
  List<Entry> after(long position, Set<String> unheard) {
    if (unheard.isEmpty()) {
      return after(position);
    }
    return ledger.knownHead() - position > FAR_BEHIND
        ? skimmed(position, unheard)
        : heard(position, unheard);
  }

  private List<Entry> skimmed(long position, Set<String> unheard) {
    if (!unheard.containsAll(LedgerSql.FREQUENT)) {
      // Nearly all that stands there: looking at each name in the database costs more than it
      // saves.
      List<StoredEvent> all = ledger.after(position, PAGE_EVENTS);
      List<Entry> heard =
          all.stream()
              .filter(stored -> !unheard.contains(stored.event().name()))
              .map(this::read)
              .toList();
      return withPassed(position, heard, all.isEmpty() ? position : all.getLast().position());
    }
    // Up to the known head no event can be missing.
    long upTo = Math.min(position + STRIDE, ledger.knownHead());
    List<Entry> heard =
        ledger.rare(position, upTo, unheard, PAGE_EVENTS).stream().map(this::read).toList();
    return withPassed(
        position, heard, heard.size() < PAGE_EVENTS ? upTo : heard.getLast().position());
  }

  private List<Entry> heard(long position, Set<String> unheard) {
    List<Entry> all = after(position);
    List<Entry> heard = all.stream().filter(entry -> !unheard.contains(entry.name())).toList();
    return withPassed(position, heard, all.isEmpty() ? position : all.getLast().position());
  }

  /** Says what was passed at the end, and before an event at which the reader will stand still. */
  private static List<Entry> withPassed(long start, List<Entry> heard, long end) {
    List<Entry> entries = new ArrayList<>();
    long told = start;
    for (Entry entry : heard) {
      if (entry.unreadable() != null && entry.position() > told + 1) {
        entries.add(Entry.passed(entry.position() - 1));
      }
      entries.add(entry);
      told = entry.position();
    }
    if (told < end) {
      entries.add(Entry.passed(end));
    }
    return entries;
  }

  private Entry read(StoredEvent stored) {
    String name = stored.event().name();
    try {
      return new Entry(stored.position(), name, translator.message(stored), null);
    } catch (UnreadableEvent e) {
      return new Entry(stored.position(), name, null, e);
    }
  }

  /**
   * An event as its readers get it, or why it cannot be read; told apart only when a reader comes
   * to it. Neither for what was passed.
   */
  record Entry(
      long position,
      String name,
      @Nullable DomainEventMessage<DomainEvent> message,
      @Nullable UnreadableEvent unreadable) {

    /**
     * In the place of a run of events that the reader does not hear, at the last one's position.
     */
    static Entry passed(long position) {
      return new Entry(position, "", null, null);
    }
  }

  private final class Page {

    private final long start;
    private final List<Entry> entries = new ArrayList<>();

    Page(long number) {
      this.start = number * PAGE_EVENTS;
    }

    synchronized List<Entry> after(long position) {
      long end = Math.min(start + PAGE_EVENTS, ledger.knownHead());
      long have = start + entries.size();
      if (have < end) {
        ledger
            .after(have, (int) (start + PAGE_EVENTS - have))
            .forEach(stored -> entries.add(read(stored)));
      }
      int from = (int) (position - start);
      return from >= entries.size()
          ? List.of()
          : List.copyOf(entries.subList(from, entries.size()));
    }
  }
}
