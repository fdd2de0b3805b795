package jobtrail.query.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jobtrail.events.job.JobEvent.JobRenamed;
import jobtrail.events.job.JobId;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

class ViewInvokerTest {

  private static final Segment[] HALVES = Segment.ROOT_SEGMENT.split();
  private static final Segment EVEN = HALVES[0];
  private static final Segment ODD = HALVES[1];

  private final ViewInvoker invoker =
      new ViewInvoker(
          SimpleEventHandlerInvoker.builder().eventHandlers(new Names()).build(), segment -> {});

  @Test
  void a_bite_is_for_every_segment_that_has_an_event_in_it() {
    TrackedEventMessage<?> bite = bite(job(1, EVEN), job(2, ODD), job(3, EVEN));
    assertThat(invoker.canHandle(bite, EVEN)).isTrue();
    assertThat(invoker.canHandle(bite, ODD)).isTrue();
    assertThat(positions(invoker, EVEN, 0, bite)).containsExactly(1L, 3L);
    assertThat(positions(invoker, ODD, 0, bite)).containsExactly(2L);
    assertThat(invoker.canHandle(bite(job(1, EVEN), job(2, EVEN)), ODD)).isFalse();
  }

  @Test
  void what_a_segment_has_is_left_out_of_a_bite_that_begins_before_it() {
    TrackedEventMessage<?> bite = bite(job(5, EVEN), job(6, EVEN), job(7, EVEN));
    assertThat(positions(invoker, EVEN, 6, bite)).containsExactly(7L);
    assertThat(positions(invoker, EVEN, 7, bite)).isEmpty();
  }

  @Test
  void bites_that_overlap_give_each_event_once() {
    TrackedEventMessage<?> one = bite(job(5, EVEN), job(6, EVEN));
    TrackedEventMessage<?> other = bite(job(5, EVEN), job(6, EVEN), job(7, EVEN));
    assertThat(positions(invoker, EVEN, 4, one, other)).containsExactly(5L, 6L, 7L);
  }

  private static List<Long> positions(
      ViewInvoker invoker, Segment segment, long had, TrackedEventMessage<?>... messages) {
    return invoker.eventsFor(List.of(messages), segment, had).stream()
        .map(event -> Moment.of(event).position())
        .toList();
  }

  private static TrackedEventMessage<?> bite(TrackedEventMessage<?>... events) {
    return Bite.of(List.of(events));
  }

  /** A job that belongs to a segment. */
  private static TrackedEventMessage<?> job(long position, Segment segment) {
    JobId jobId =
        Stream.iterate(1, i -> i + 1)
            .map(i -> new JobId("job_" + i))
            .filter(id -> segment.matches(id.value().hashCode()))
            .findFirst()
            .orElseThrow();
    return new GenericTrackedDomainEventMessage<>(
        new GlobalSequenceTrackingToken(position),
        new GenericDomainEventMessage<>(
            "job",
            jobId.value(),
            position,
            new JobRenamed(jobId, "new"),
            Map.of(),
            "event-" + position,
            Instant.EPOCH));
  }

  /** Hears names. */
  static class Names {
    @EventHandler
    void on(JobRenamed event) {}
  }
}
