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
  private static final int PAGES_KEPT = 24;

  /**
   * More than the pages kept: whoever is as far behind would read them from the database anyway.
   */
  private static final long FAR_BEHIND = 20_000;

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
        : heard(after(position), unheard);
  }

  private List<Entry> skimmed(long position, Set<String> unheard) {
    List<Entry> heard = new ArrayList<>();
    // The head is further than that, so no event can be missing in between.
    long upTo = position + FAR_BEHIND;
    ledger.between(position, upTo, unheard, PAGE_EVENTS).forEach(stored -> heard.add(read(stored)));
    return heard.size() < PAGE_EVENTS ? ending(heard, upTo) : heard;
  }

  private static List<Entry> heard(List<Entry> all, Set<String> unheard) {
    List<Entry> heard = new ArrayList<>(all);
    heard.removeIf(entry -> unheard.contains(entry.name()));
    return all.isEmpty() ? heard : ending(heard, all.getLast().position());
  }

  /** With what was passed behind the last of them. */
  private static List<Entry> ending(List<Entry> heard, long end) {
    if (heard.isEmpty() || heard.getLast().position() < end) {
      heard.add(Entry.passed(end));
    }
    return heard;
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
