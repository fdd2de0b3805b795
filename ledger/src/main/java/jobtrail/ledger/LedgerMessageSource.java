package jobtrail.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * Where event processors read from: the ledger by position, in pages that the readers of one
 * process share.
 */
public final class LedgerMessageSource implements StreamableMessageSource<TrackedEventMessage<?>> {

  private final Ledger ledger;
  private final LedgerPages pages;
  private final LedgerStorageEngine engine;

  LedgerMessageSource(Ledger ledger, LedgerPages pages, LedgerStorageEngine engine) {
    this.ledger = ledger;
    this.pages = pages;
    this.engine = engine;
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
    return openStream(trackingToken, Set.of());
  }

  /**
   * A stream for a reader to whom some events say nothing: a run of those reaches it as one {@link
   * Passed} at the last one's position, and none of them is read for it. An event whose name is
   * unknown is never passed.
   *
   * @param from where the reader stands; null for before the first event
   * @param unheard stored names of the events that the reader does not care for
   */
  public BlockingStream<TrackedEventMessage<?>> openStream(
      @Nullable TrackingToken from, Set<String> unheard) {
    return new LedgerStream(pages, ledger, LedgerStorageEngine.positionOf(from), unheard);
  }

  @Override
  public TrackingToken createTailToken() {
    return engine.createTailToken();
  }

  @Override
  public TrackingToken createHeadToken() {
    return engine.createHeadToken();
  }

  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    return engine.createTokenAt(dateTime);
  }

  @Override
  public TrackingToken createTokenSince(Duration duration) {
    return engine.createTokenAt(Instant.now().minus(duration));
  }
}
