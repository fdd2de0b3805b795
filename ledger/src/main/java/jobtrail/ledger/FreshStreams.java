package jobtrail.ledger;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.Map;
import jobtrail.events.DomainEvent;
import jobtrail.events.EventNames;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.jspecify.annotations.Nullable;

/**
 * Streams that this node has just begun, thousands at a time, and that most likely will be wanted
 * soon: the first load of each is spared its query and its parsing. A stream is handed out once and
 * forgotten; should another node have extended it meanwhile, the append collides as that of any
 * aggregate in memory does, and the next load reads the ledger.
 */
public final class FreshStreams {

  private final Cache<String, First> firsts;

  FreshStreams(long most) {
    firsts = Caffeine.newBuilder().maximumSize(most).executor(Runnable::run).build();
  }

  private record First(
      DomainEvent event, String eventId, Map<String, ?> metadata, Instant recordedAt) {}

  /** A stream's first event was stored, and none behind it that this node knows of. */
  public void begun(
      DomainEvent event, String eventId, Map<String, ?> metadata, Instant recordedAt) {
    firsts.put(event.streamId(), new First(event, eventId, metadata, recordedAt));
  }

  /** The one event of a stream that was begun here; null when it has to be read. */
  @Nullable DomainEventMessage<DomainEvent> take(String streamId) {
    First first = firsts.asMap().remove(streamId);
    return first == null
        ? null
        : new GenericDomainEventMessage<>(
            EventNames.nameOf(first.event().getClass()).streamType(),
            streamId,
            0,
            first.event(),
            first.metadata(),
            first.eventId(),
            first.recordedAt());
  }
}
