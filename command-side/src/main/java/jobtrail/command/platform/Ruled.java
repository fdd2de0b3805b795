package jobtrail.command.platform;

import java.time.Instant;
import org.axonframework.modelling.command.AggregateLifecycle;

/**
 * What a shell answers: the state after the ruling.
 *
 * @param version sequence number of the stream's last event, the one just decided included
 * @param times when the stream was recorded; put right once the events are stored
 * @param updatedBefore the last recorded time before the ruling's own events
 */
public record Ruled<S>(S state, long version, Times times, Instant updatedBefore) {

  /** The state as it is now; to be called in a command handler, after the events were applied. */
  public static <S> Ruled<S> now(S state, Times times) {
    Long version = AggregateLifecycle.getVersion();
    return new Ruled<>(state, version == null ? -1 : version, times, times.updated());
  }
}
