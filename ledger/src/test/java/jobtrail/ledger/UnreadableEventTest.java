package jobtrail.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnreadableEventTest {

  private static final String GOOD = "{\"jobId\":\"job_1\",\"name\":\"Brackets\"}";

  private LedgerFixture node;

  @BeforeAll
  void start() {
    node = new LedgerFixture(TestPostgres.freshLedger());
  }

  @AfterAll
  void stop() {
    node.close();
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of("an unknown name", "job.vanished", 1, GOOD, "{}"),
        Arguments.of("a newer revision", "job.renamed", 2, GOOD, "{}"),
        Arguments.of("a lacking field", "job.renamed", 1, "{\"jobId\":\"job_1\"}", "{}"),
        Arguments.of("a lacking number", "job.goal-changed", 1, "{\"jobId\":\"job_1\"}", "{}"),
        Arguments.of("a wrong type", "job.renamed", 1, "{\"jobId\":7,\"name\":[]}", "{}"),
        Arguments.of("no object", "job.renamed", 1, "null", "{}"),
        Arguments.of("an array", "job.renamed", 1, "[]", "{}"),
        Arguments.of(
            "a lacking seal",
            "job.created",
            1,
            "{\"jobId\":\"job_1\",\"name\":\"x\",\"contact\":{\"name\":{\"subject\":\"s\"}}}",
            "{}"),
        Arguments.of("broken metadata", "job.renamed", 1, GOOD, "[]"),
        Arguments.of("no metadata", "job.renamed", 1, GOOD, "null"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  void stops_its_reader_after_all_that_went_before(
      String why, String name, int revision, String payload, String metadata) throws Exception {
    String stream = "job_" + why.replace(' ', '-');
    long start = node.ledger().head().position();
    long broken =
        node.ledger()
                .append(
                    List.of(
                        job(stream, 0, "job.renamed", 1, GOOD, "{}"),
                        job(stream, 1, "job.renamed", 1, GOOD, "{}"),
                        job(stream, 2, name, revision, payload, metadata),
                        job(stream, 3, "job.renamed", 1, GOOD, "{}")))
                .firstPosition()
            + 2;

    DomainEventStream history = node.bean(LedgerStorageEngine.class).readEvents(stream, 0);
    assertThat(history.next().getSequenceNumber()).isEqualTo(0);
    assertThat(history.next().getSequenceNumber()).isEqualTo(1);
    assertNames(() -> history.next(), broken, stream);

    List<Long> delivered = new ArrayList<>();
    try (BlockingStream<TrackedEventMessage<?>> reader = open(start)) {
      assertNames(() -> takeAll(reader, delivered), broken, stream);
      assertThat(delivered).containsExactly(start + 1, start + 2);
      assertNames(() -> takeAll(reader, delivered), broken, stream);
      assertThat(delivered).as("nothing is skipped by asking again").hasSize(2);
    }

    List<Long> read = new ArrayList<>();
    assertNames(
        () ->
            node.bean(LedgerStorageEngine.class)
                .readEvents(new GlobalSequenceTrackingToken(start), false)
                .forEach(event -> read.add(event.trackingToken().position().orElseThrow())),
        broken,
        stream);
    assertThat(read).containsExactly(start + 1, start + 2);
  }

  @Test
  void lets_its_reader_work_off_what_it_has_before_the_error() throws Exception {
    long start = node.ledger().head().position();
    node.ledger()
        .append(
            List.of(
                job("job_breath", 0, "job.renamed", 1, GOOD, "{}"),
                job("job_breath", 1, "job.vanished", 1, GOOD, "{}")));
    try (BlockingStream<TrackedEventMessage<?>> reader = open(start)) {
      assertThat(reader.hasNextAvailable()).isTrue();
      reader.nextAvailable();
      assertThat(reader.peek()).isEmpty();
      assertThat(reader.hasNextAvailable()).isFalse();
      assertThat(reader.hasNextAvailable(5, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
      assertThatThrownBy(reader::nextAvailable).isInstanceOf(UnreadableEvent.class);
    }
    try (BlockingStream<TrackedEventMessage<?>> reader = open(start + 1)) {
      assertThat(reader.hasNextAvailable()).isTrue();
      assertThatThrownBy(reader::nextAvailable).isInstanceOf(UnreadableEvent.class);
    }
  }

  private BlockingStream<TrackedEventMessage<?>> open(long position) {
    return node.bean(LedgerMessageSource.class)
        .openStream(new GlobalSequenceTrackingToken(position));
  }

  private static void takeAll(BlockingStream<TrackedEventMessage<?>> reader, List<Long> delivered)
      throws Exception {
    while (delivered.size() < 100) {
      delivered.add(reader.nextAvailable().trackingToken().position().orElseThrow());
    }
  }

  private static void assertNames(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable reading, long position, String stream) {
    assertThatThrownBy(reading)
        .isInstanceOf(UnreadableEvent.class)
        .hasMessageContaining("position " + position)
        .hasMessageContaining("stream " + stream);
  }

  private static NewEvent job(
      String stream, long number, String name, int revision, String payload, String metadata) {
    return new NewEvent(
        stream,
        "job",
        stream,
        number,
        UUID.randomUUID().toString(),
        name,
        revision,
        payload,
        metadata);
  }
}
