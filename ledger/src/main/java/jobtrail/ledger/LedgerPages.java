package jobtrail.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
   * An event as its readers get it, or why it cannot be read; told apart only when a reader comes
   * to it.
   */
  record Entry(
      long position,
      @Nullable DomainEventMessage<DomainEvent> message,
      @Nullable UnreadableEvent unreadable) {}

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

    private Entry read(StoredEvent stored) {
      try {
        return new Entry(stored.position(), translator.message(stored), null);
      } catch (UnreadableEvent e) {
        return new Entry(stored.position(), null, e);
      }
    }
  }
}
