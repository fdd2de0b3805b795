package jobtrail.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import jobtrail.events.DomainEvent;
import jobtrail.events.job.JobEvent.JobCreated;
import jobtrail.events.job.JobEvent.JobRenamed;
import jobtrail.events.job.JobId;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerStorageEngineTest {

  private static final JobId JOB = new JobId("job_1");

  private final LedgerFixture node = new LedgerFixture(TestPostgres.freshLedger());
  private final LedgerStorageEngine engine = node.bean(LedgerStorageEngine.class);
  private final EventStore store = node.bean(EventStore.class);

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void what_a_unit_of_work_publishes_is_stored_at_once_when_it_commits() {
    UnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(null);
    store.publish(message(0, created()), message(1, new JobRenamed(JOB, "Hinges")));
    assertThat(node.ledger().head().position()).isZero();
    unit.commit();

    Appended appended = unit.getResource(LedgerStorageEngine.APPENDED);
    assertThat(appended.firstPosition()).isEqualTo(1);
    assertThat(appended.lastPosition()).isEqualTo(2);
    List<? extends DomainEventMessage<?>> history =
        store.readEvents(JOB.value()).asStream().toList();
    assertThat(history)
        .extracting(DomainEventMessage::getPayload)
        .isEqualTo(List.of(created(), new JobRenamed(JOB, "Hinges")));
    assertThat(history).extracting(DomainEventMessage::getSequenceNumber).containsExactly(0L, 1L);
    assertThat(history)
        .allSatisfy(event -> {
          assertThat(event.getTimestamp()).isEqualTo(appended.recordedAt());
          assertThat(event.getMetaData()).isEqualTo(Map.of("actor", "user-7"));
          assertThat(event.getType()).isEqualTo("job");
        });
    assertThat(node.ledger().after(0, 1).getFirst().event().name()).isEqualTo("job.created");
    assertThat(node.ledger().after(0, 1).getFirst().event().jobId()).isEqualTo("job_1");
  }

  @Test
  void a_place_that_is_taken_is_axons_concurrency_exception() {
    engine.appendEvents(message(0, created()));

    assertThatThrownBy(() -> engine.appendEvents(message(0, created())))
        .isInstanceOf(ConcurrencyException.class);
  }

  @Test
  void what_is_no_event_of_an_aggregate_is_refused() {
    assertThatThrownBy(() -> engine.appendEvents(GenericEventMessage.asEventMessage("hello")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(node.ledger().head().position()).isZero();
  }

  @Test
  void a_stream_is_read_from_a_number_on_and_from_any_length() {
    for (int from = 0; from < 2_500; from += 500) {
      int start = from;
      engine.appendEvents(
          java.util.stream.IntStream.range(start, start + 500)
              .mapToObj(number -> message(number, new JobRenamed(JOB, "Name " + number)))
              .toList());
    }

    assertThat(engine.readEvents(JOB.value(), 0).asStream()).hasSize(2_500);
    assertThat(engine.readEvents(JOB.value(), 2_499).asStream()).hasSize(1);
    assertThat(engine.readEvents(JOB.value(), 2_500).asStream()).isEmpty();
    assertThat(engine.readEvents("job_none", 0).asStream()).isEmpty();
    assertThat(engine.lastSequenceNumberFor(JOB.value())).contains(2_499L);
    assertThat(engine.lastSequenceNumberFor("job_none")).isEmpty();
    assertThat(engine.readEvents(engine.createTailToken(), false)).hasSize(2_500);
    assertThat(engine.readEvents(engine.createHeadToken(), false).findAny()).isEmpty();
  }

  @Test
  void tokens_stand_at_the_tail_the_head_and_a_time() {
    assertThat(engine.createTailToken()).isNull();
    assertThat(position(engine.createHeadToken())).hasValue(0);
    assertThat(position(engine.createTokenAt(Instant.EPOCH))).hasValue(0);

    engine.appendEvents(message(0, created()));
    Instant first = node.ledger().head().recordedAt();
    org.awaitility.Awaitility.await().until(() -> Instant.now().isAfter(first.plusMillis(5)));
    engine.appendEvents(message(1, created()), message(2, created()));
    Instant second = node.ledger().head().recordedAt();

    assertThat(position(engine.createHeadToken())).hasValue(3);
    assertThat(position(engine.createTokenAt(Instant.EPOCH))).hasValue(0);
    assertThat(position(engine.createTokenAt(first))).hasValue(0);
    assertThat(position(engine.createTokenAt(first.plusMillis(1)))).hasValue(1);
    assertThat(position(engine.createTokenAt(second))).hasValue(1);
    assertThat(position(engine.createTokenAt(second.plusMillis(1)))).hasValue(3);
    assertThat(engine.readEvents(engine.createTokenAt(second), false))
        .extracting(TrackedEventMessage::trackingToken)
        .extracting(token -> token.position().orElseThrow())
        .containsExactly(2L, 3L);
  }

  @Test
  void only_a_newer_snapshot_takes_the_place_of_one() {
    assertThat(engine.readSnapshot(JOB.value())).isEmpty();

    engine.storeSnapshot(message(5, new JobRenamed(JOB, "five")));
    engine.storeSnapshot(message(3, new JobRenamed(JOB, "three")));
    assertThat(engine.readSnapshot(JOB.value()).orElseThrow().getPayload())
        .isEqualTo(new JobRenamed(JOB, "five"));

    engine.storeSnapshot(message(9, new JobRenamed(JOB, "nine")));
    DomainEventMessage<?> snapshot = engine.readSnapshot(JOB.value()).orElseThrow();
    assertThat(snapshot.getPayload()).isEqualTo(new JobRenamed(JOB, "nine"));
    assertThat(snapshot.getSequenceNumber()).isEqualTo(9);
    assertThat(snapshot.getMetaData()).isEqualTo(Map.of("actor", "user-7"));
  }

  private static OptionalLong position(TrackingToken token) {
    return token.position();
  }

  private static JobCreated created() {
    return new JobCreated(JOB, "Brackets", 10, "PO-1", null, null, null);
  }

  private static DomainEventMessage<DomainEvent> message(long number, DomainEvent event) {
    return new GenericDomainEventMessage<>(
        "job", event.streamId(), number, event, Map.of("actor", "user-7"));
  }
}
