package jobtrail.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What must hold of a ledger whatever happened to it. */
final class Truths {

  private Truths() {}

  static List<StoredEvent> all(Ledger ledger) {
    List<StoredEvent> all = new ArrayList<>();
    List<StoredEvent> page = ledger.after(0, 5_000);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = ledger.after(page.getLast().position(), 5_000);
    }
    return all;
  }

  /**
   * Positions 1 to n, numbers contiguous in each stream, no event twice, times never falling, and
   * the chain verifies.
   */
  static List<StoredEvent> hold(Ledger ledger) {
    List<StoredEvent> all = all(ledger);
    Map<String, Long> next = new HashMap<>();
    Set<String> ids = new HashSet<>();
    StoredEvent before = null;
    for (StoredEvent stored : all) {
      assertThat(stored.position()).isEqualTo(before == null ? 1 : before.position() + 1);
      NewEvent event = stored.event();
      long expected = next.merge(event.streamId(), 1L, Long::sum) - 1;
      assertThat(event.sequenceNumber()).as("number in " + event.streamId()).isEqualTo(expected);
      assertThat(ids.add(event.eventId())).as("stored once: " + event.eventId()).isTrue();
      if (before != null) {
        assertThat(stored.recordedAt()).isAfterOrEqualTo(before.recordedAt());
      }
      before = stored;
    }
    assertThat(ledger.verify()).isEqualTo(new Ledger.Verification(all.size(), null));
    return all;
  }

  /**
   * The above, and: what was acknowledged stands where the caller was told, what was reported
   * failed does not stand there, what is unknown is all there or none of it.
   */
  static void hold(Ledger ledger, Collection<Crowd.Told> told) {
    Map<String, StoredEvent> byId = new HashMap<>();
    hold(ledger).forEach(stored -> byId.put(stored.event().eventId(), stored));
    int known = 0;
    for (Crowd.Told command : told) {
      List<String> ids = command.events().stream().map(NewEvent::eventId).toList();
      long there = ids.stream().filter(byId::containsKey).count();
      known += (int) there;
      if (command.appended() != null) {
        long position = command.appended().firstPosition();
        for (NewEvent event : command.events()) {
          StoredEvent stored =
              Objects.requireNonNull(byId.get(event.eventId()), "acknowledged but missing");
          assertThat(stored.event()).isEqualTo(event);
          assertThat(stored.position()).isEqualTo(position++);
          assertThat(stored.recordedAt()).isEqualTo(command.appended().recordedAt());
        }
        assertThat(command.appended().lastPosition()).isEqualTo(position - 1);
      } else if (command.unknown()) {
        assertThat(there).as("all or none").isIn(0L, (long) ids.size());
      } else {
        assertThat(there).as("reported failed: " + command.failure()).isZero();
      }
    }
    assertThat(known).as("nothing in the ledger that nobody sent").isEqualTo(byId.size());
  }
}
