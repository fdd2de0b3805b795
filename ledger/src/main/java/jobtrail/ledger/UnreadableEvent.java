package jobtrail.ledger;

import org.jspecify.annotations.Nullable;

/**
 * A stored event that this version of Jobtrail cannot read. Its reader stops here; nothing is
 * skipped.
 */
public class UnreadableEvent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableEvent(StoredEvent stored, String why, @Nullable Throwable cause) {
    super(
        "Event %s (revision %d) at position %d, number %d of stream %s, cannot be read: %s"
            .formatted(
                stored.event().name(),
                stored.event().revision(),
                stored.position(),
                stored.event().sequenceNumber(),
                stored.event().streamId(),
                why),
        cause);
  }
}
