package jobtrail.ledger;

import static jobtrail.ledger.LedgerFixture.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RecordedAtTest {

  private final DatabaseAddress address = TestPostgres.freshLedger();
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final Clock clock = InstantSource.system().withZone(ZoneOffset.UTC);

  @Test
  void the_ledger_stamps_whole_milliseconds_and_tells_the_caller_the_same() {
    try (BareLedger node = new BareLedger(address, settable())) {
      long number = 0;
      for (String at :
          List.of(
              "1970-01-01T00:00:00.001999999Z",
              "2026-03-29T00:59:59.999999999Z",
              "2026-03-29T01:00:00.000000001Z",
              "2026-10-25T01:00:00.123456789Z",
              "2199-12-31T23:59:59.999999999Z")) {
        now.set(Instant.parse(at));
        Appended appended = node.ledger.append(List.of(event("SN-00001", number++)));
        assertThat(appended.recordedAt())
            .isEqualTo(Instant.ofEpochMilli(Instant.parse(at).toEpochMilli()));
        assertThat(node.ledger.after(appended.firstPosition() - 1, 1).getFirst().recordedAt())
            .isEqualTo(appended.recordedAt());
      }
      Truths.hold(node.ledger);
    }
  }

  @Test
  void time_never_falls_when_the_clock_goes_back() {
    Instant noon = Instant.parse("2026-05-01T12:00:00Z");
    try (BareLedger node = new BareLedger(address, settable())) {
      now.set(noon);
      node.ledger.append(List.of(event("SN-00001", 0)));
      now.set(noon.minusSeconds(3_600));
      assertThat(node.ledger.append(List.of(event("SN-00001", 1))).recordedAt()).isEqualTo(noon);
    }
    try (BareLedger restarted = new BareLedger(address, settable())) {
      assertThat(restarted.ledger.append(List.of(event("SN-00001", 2))).recordedAt())
          .isEqualTo(noon);
      now.set(noon.plusMillis(1));
      assertThat(restarted.ledger.append(List.of(event("SN-00001", 3))).recordedAt())
          .isEqualTo(noon.plusMillis(1));
      Truths.hold(restarted.ledger);
    }
  }

  @Test
  void another_node_with_a_slow_clock_does_not_turn_time_back() {
    try (BareLedger fast = new BareLedger(address);
        BareLedger slow = new BareLedger(address, settable())) {
      Instant recorded = fast.ledger.append(List.of(event("SN-00001", 0))).recordedAt();
      assertThat(recorded).isBeforeOrEqualTo(clock.instant());
      assertThat(slow.ledger.append(List.of(event("SN-00001", 1))).recordedAt())
          .isEqualTo(recorded);
    }
  }

  private Clock settable() {
    return InstantSource.tick(now::get, java.time.Duration.ofNanos(1)).withZone(ZoneOffset.UTC);
  }
}
