package jobtrail.command.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jobtrail.command.Node;
import jobtrail.events.DomainEvent;
import jobtrail.events.path.PathId;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.SerialEvent;
import jobtrail.ledger.EventTranslator;
import jobtrail.ledger.Ledger;
import jobtrail.ledger.NewEvent;
import jobtrail.ledger.RandomShop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which steps may not be taken away, told from whatever happened to the serials. */
class StandingTest {

  private final Node node = Node.first();
  private final Map<String, Long> next = new HashMap<>();

  @Test
  void every_event_of_a_serial_was_thought_of() {
    Set<Class<? extends SerialEvent>> thoughtOf =
        Stream.of(StandingSql.MOVES, StandingSql.MARKING, StandingSql.NEITHER)
            .flatMap(List::stream)
            .collect(Collectors.toSet());
    assertThat(thoughtOf).isEqualTo(Set.of(SerialEvent.class.getPermittedSubclasses()));
    assertThat(StandingSql.NEITHER)
        .doesNotContainAnyElementsOf(StandingSql.MOVES)
        .doesNotContainAnyElementsOf(StandingSql.MARKING);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void steps_that_serials_stand_on_or_owe_are_occupied_after_any_history(long seed) {
    PathId pathId = new PathId("path_standing" + seed);
    RandomShop shop = new RandomShop("standing" + seed, seed, 900_000_000 + seed * 10_000);
    for (int asked = 0; asked < 25; asked++) {
      for (int i = 0; i < 20 || shop.quiet(); i++) {
        shop.happen();
      }
      append(shop.news());
      assertThat(node.bean(OccupiedSteps.class).of(pathId))
          .as("after %d rounds", asked)
          .extracting(StepId::value)
          .containsExactlyInAnyOrderElementsOf(
              shop.occupied().stream().map(StepId::value).toList());
    }
  }

  private void append(List<DomainEvent> facts) {
    EventTranslator translator = node.bean(EventTranslator.class);
    List<NewEvent> stored = new ArrayList<>();
    for (DomainEvent fact : facts) {
      long number = next.merge(fact.streamId(), 0L, (before, zero) -> before + 1);
      stored.add(
          translator.toStore(
              fact, number, fact.streamId() + "-" + number, Map.of("actor", "tester")));
    }
    node.bean(Ledger.class).append(stored);
  }
}
