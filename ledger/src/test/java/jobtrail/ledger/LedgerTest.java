package jobtrail.ledger;

import static jobtrail.ledger.LedgerFixture.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

  @Test
  void an_append_gets_the_next_positions_and_stands_for_ever() {
    try (LedgerFixture node = new LedgerFixture(TestPostgres.freshDatabase())) {
      Appended first = node.ledger().append(List.of(event("SN-00001", 0), event("SN-00002", 0)));
      Appended second = node.ledger().append(List.of(event("SN-00001", 1)));

      assertThat(first.firstPosition()).isEqualTo(1);
      assertThat(first.lastPosition()).isEqualTo(2);
      assertThat(second.firstPosition()).isEqualTo(3);
      assertThat(second.recordedAt()).isAfterOrEqualTo(first.recordedAt());
      assertThat(node.ledger().after(0, 10))
          .extracting(StoredEvent::position)
          .containsExactly(1L, 2L, 3L);
      assertThat(node.ledger().stream("SN-00001", 0)).hasSize(2);
      assertThat(node.ledger().verify()).isEqualTo(new Ledger.Verification(3, null));
    }
  }

  @Test
  void a_place_in_a_stream_is_given_once() {
    try (LedgerFixture node = new LedgerFixture(TestPostgres.freshDatabase())) {
      node.ledger().append(List.of(event("SN-00001", 0)));

      assertThatThrownBy(
              () -> node.ledger().append(List.of(event("SN-00002", 0), event("SN-00001", 0))))
          .isInstanceOf(StreamConflict.class);
      assertThat(node.ledger().head().position()).isEqualTo(1);
    }
  }

  @Test
  void the_beginnings_of_many_streams_are_read_in_one_question() {
    try (LedgerFixture node = new LedgerFixture(TestPostgres.freshDatabase())) {
      node.ledger()
          .append(List.of(event("SN-00001", 0), event("SN-00001", 1), event("SN-00002", 0)));

      assertThat(node.ledger().beginnings(List.of("SN-00001", "SN-00002", "SN-00003")))
          .extracting(StoredEvent::position)
          .containsExactlyInAnyOrder(1L, 3L);
    }
  }
}
