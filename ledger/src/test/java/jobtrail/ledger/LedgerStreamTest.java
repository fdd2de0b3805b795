package jobtrail.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import jobtrail.events.EventNames;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerStreamTest {

  private final DatabaseAddress address = TestPostgres.freshLedger();
  private final BareLedger node = new BareLedger(address);

  @AfterEach
  void close() {
    node.close();
  }

  @Test
  void a_reader_gets_exactly_what_stands_behind_its_position() throws Exception {
    append(0, 1_234);
    for (long start : new long[] {0, 1, 499, 500, 501, 999, 1_000, 1_233}) {
      try (BlockingStream<TrackedEventMessage<?>> reader = open(start)) {
        assertThat(take(reader, (int) (1_234 - start)))
            .containsExactlyElementsOf(LongStream.rangeClosed(start + 1, 1_234).boxed().toList());
        assertThat(reader.hasNextAvailable()).isFalse();
      }
    }
  }

  @Test
  void peeking_takes_nothing() throws Exception {
    append(0, 2);
    try (BlockingStream<TrackedEventMessage<?>> reader = open(0)) {
      assertThat(reader.peek().orElseThrow().trackingToken().position()).hasValue(1);
      assertThat(reader.peek().orElseThrow().trackingToken().position()).hasValue(1);
      assertThat(take(reader, 2)).containsExactly(1L, 2L);
      assertThat(reader.peek()).isEmpty();
    }
  }

  @Test
  void readers_near_one_another_share_their_reading() throws Exception {
    append(0, 1_500);
    await().until(() -> node.ledger.knownHead() == 1_500);
    try (LedgerStream one = new LedgerStream(node.pages, node.ledger, 0, Set.of());
        LedgerStream other = new LedgerStream(node.pages, node.ledger, 700, Set.of())) {
      List<TrackedEventMessage<?>> first = messages(one, 1_500);
      List<TrackedEventMessage<?>> second = messages(other, 800);
      for (int i = 0; i < second.size(); i++) {
        assertThat(second.get(i).getPayload()).isSameAs(first.get(700 + i).getPayload());
      }
    }
  }

  /** Two runs: far behind, where only what is heard is asked for, and near the end. */
  @Test
  void what_a_reader_does_not_hear_is_passed_and_told_by_its_last_position() throws Exception {
    append(0, 30_000);
    node.ledger.append(
        List.of(event("job.goal-changed", 30_000, "{\"jobId\":\"job_1\",\"goalQuantity\":5}")));
    append(30_001, 30_000);
    node.ledger.append(
        List.of(event("job.goal-changed", 60_001, "{\"jobId\":\"job_1\",\"goalQuantity\":6}")));
    append(60_002, 10);
    await().until(() -> node.ledger.knownHead() == 60_012);
    List<Long> heard = new ArrayList<>();
    long last = 0;
    try (BlockingStream<TrackedEventMessage<?>> reader =
        node.source.openStream(null, Set.of("job.renamed"))) {
      while (reader.hasNextAvailable()) {
        TrackedEventMessage<?> next = reader.nextAvailable();
        long position = next.trackingToken().position().orElseThrow();
        assertThat(position).isGreaterThan(last);
        last = position;
        if (!(next.getPayload() instanceof Passed)) {
          heard.add(position);
        }
      }
    }
    assertThat(heard).containsExactly(30_001L, 60_002L);
    assertThat(last).as("the run at the end was passed as well").isEqualTo(60_012);
  }

  @Test
  void rare_events_are_found_without_reading_the_frequent_ones() throws Exception {
    assertThat(EventNames.all()).containsKeys(LedgerSql.FREQUENT.toArray(String[]::new));
    append(0, 1);
    try (Connection connection =
            DriverManager.getConnection(address.url(), address.username(), address.password());
        PreparedStatement explain = connection.prepareStatement("explain " + LedgerSql.RARE)) {
      explain.setLong(1, 0);
      explain.setLong(2, 1_000_000);
      explain.setArray(3, connection.createArrayOf("text", new String[] {"user.created"}));
      explain.setInt(4, 500);
      try (Statement manners = connection.createStatement()) {
        manners.execute("set enable_seqscan = off");
      }
      List<String> plan = new ArrayList<>();
      try (ResultSet rows = explain.executeQuery()) {
        while (rows.next()) {
          plan.add(rows.getString(1));
        }
      }
      assertThat(String.join("\n", plan)).contains("event_rare");
    }
  }

  @Test
  void an_event_of_an_unknown_name_is_never_passed() {
    append(0, 10);
    node.ledger.append(List.of(event("job.vanished", 10, "{}")));
    append(11, 30_000);
    await().until(() -> node.ledger.knownHead() == 30_011);
    Set<String> unheard = EventNames.all().keySet();
    for (long start : new long[] {0, 10}) {
      try (LedgerStream reader = new LedgerStream(node.pages, node.ledger, start, unheard)) {
        if (start < 10) {
          assertThat(messages(reader, 1).getFirst().trackingToken().position()).hasValue(10);
        }
        assertThatThrownBy(() -> messages(reader, 1))
            .isInstanceOf(UnreadableEvent.class)
            .hasMessageContaining("position 11");
      }
    }
  }

  @Test
  void a_reader_is_called_when_there_is_something_new() {
    AtomicInteger calls = new AtomicInteger();
    try (BlockingStream<TrackedEventMessage<?>> reader = open(0)) {
      assertThat(reader.setOnAvailableCallback(calls::incrementAndGet)).isTrue();
      append(0, 1);
      await().until(() -> calls.get() > 0);
      assertThat(reader.hasNextAvailable()).isTrue();

      try (BareLedger other = new BareLedger(address)) {
        int before = calls.get();
        other.ledger.append(renamed(1, 1));
        await().until(() -> calls.get() > before);
      }
    }
  }

  @Test
  void a_closed_reader_is_not_called_any_more() {
    AtomicInteger closedCalls = new AtomicInteger();
    AtomicInteger openCalls = new AtomicInteger();
    BlockingStream<TrackedEventMessage<?>> closed = open(0);
    closed.setOnAvailableCallback(closedCalls::incrementAndGet);
    closed.close();
    try (BlockingStream<TrackedEventMessage<?>> open = open(0)) {
      open.setOnAvailableCallback(openCalls::incrementAndGet);
      append(0, 1);
      await().until(() -> openCalls.get() > 0);
    }
    assertThat(closedCalls.get()).isZero();
  }

  @Test
  void a_reader_may_wait_for_the_next_event() throws Exception {
    try (BlockingStream<TrackedEventMessage<?>> reader = open(0)) {
      assertThat(reader.hasNextAvailable(10, TimeUnit.MILLISECONDS)).isFalse();
      CompletableFuture<List<Long>> taken =
          CompletableFuture.supplyAsync(() -> take(reader, 3), Thread::startVirtualThread);
      append(0, 3);
      assertThat(taken.get(5, TimeUnit.SECONDS)).containsExactly(1L, 2L, 3L);
    }
  }

  @Test
  void many_readers_under_load_all_get_everything_once_and_in_order() throws Exception {
    List<CompletableFuture<List<Long>>> readers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      readers.add(
          CompletableFuture.supplyAsync(
              () -> {
                try (BlockingStream<TrackedEventMessage<?>> reader = open(0)) {
                  return take(reader, 3_000);
                }
              },
              Thread::startVirtualThread));
    }
    for (int i = 0; i < 300; i++) {
      append(i * 10L, 10);
    }
    List<Long> all = LongStream.rangeClosed(1, 3_000).boxed().toList();
    for (CompletableFuture<List<Long>> reader : readers) {
      assertThat(reader.get(20, TimeUnit.SECONDS)).isEqualTo(all);
    }
  }

  private BlockingStream<TrackedEventMessage<?>> open(long position) {
    return node.source.openStream(new GlobalSequenceTrackingToken(position));
  }

  private static List<Long> take(BlockingStream<TrackedEventMessage<?>> reader, int count) {
    return messages(reader, count).stream()
        .map(message -> message.trackingToken().position().orElseThrow())
        .toList();
  }

  private static List<TrackedEventMessage<?>> messages(
      BlockingStream<TrackedEventMessage<?>> reader, int count) {
    List<TrackedEventMessage<?>> taken = new ArrayList<>();
    try {
      while (taken.size() < count) {
        taken.add(reader.nextAvailable());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return taken;
  }

  private void append(long from, int count) {
    node.ledger.append(renamed(from, count));
  }

  private static List<NewEvent> renamed(long from, int count) {
    return LongStream.range(from, from + count)
        .mapToObj(
            number -> event("job.renamed", number, "{\"jobId\":\"job_1\",\"name\":\"Brackets\"}"))
        .toList();
  }

  private static NewEvent event(String name, long number, String payload) {
    return new NewEvent(
        "job_1", "job", "job_1", number, UUID.randomUUID().toString(), name, 1, payload, "{}");
  }
}
