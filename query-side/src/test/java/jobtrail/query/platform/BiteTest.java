package jobtrail.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

class BiteTest {

  @Test
  void several_events_stand_at_the_position_of_the_last_and_keep_their_own() {
    List<TrackedEventMessage<?>> events = events(7, 9);
    TrackedEventMessage<?> message = Bite.of(events);
    assertThat(message.trackingToken().position()).hasValue(9);
    assertThat(Bite.eventsOf(message)).isEqualTo(events);
  }

  @Test
  void one_event_alone_is_handed_on_as_it_is() {
    TrackedEventMessage<?> event = events(7, 7).getFirst();
    assertThat(Bite.of(List.of(event))).isSameAs(event);
    assertThat(Bite.eventsOf(event)).isEqualTo(List.of(event));
  }

  private static List<TrackedEventMessage<?>> events(long from, long to) {
    return LongStream.rangeClosed(from, to)
        .<TrackedEventMessage<?>>mapToObj(position ->
            new GenericTrackedEventMessage<>(
                new GlobalSequenceTrackingToken(position),
                GenericEventMessage.asEventMessage("event " + position)))
        .toList();
  }
}
