package jobtrail.command.serial;

import static jobtrail.command.serial.SerialExamples.PATH;
import static jobtrail.command.serial.SerialExamples.changed;
import static jobtrail.command.serial.SerialExamples.id;
import static jobtrail.command.serial.SerialExamples.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jobtrail.command.serial.SerialCommand.AdvanceSerial;
import jobtrail.command.serial.SerialCommand.CreateSerials;
import jobtrail.events.path.Route;
import jobtrail.events.serial.SerialEvent;
import jobtrail.events.serial.SerialEvent.SerialCreated;
import jobtrail.events.serial.SerialId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Whatever is issued, moved and re-planned in whatever order, serials travel as a much simpler
 * model says: a list of names, and for each step that was taken away the neighbour it stood behind.
 */
class SerialTravelProperties {

  /** One thing that somebody does; the numbers are read as the deed needs them. */
  record Deed(Kind kind, int one, int other) {}

  enum Kind {
    ISSUE,
    ADVANCE,
    ADD_STEP,
    TAKE_STEP_AWAY,
    REORDER
  }

  @Provide
  Arbitrary<List<Deed>> day() {
    Arbitrary<Kind> kinds =
        Arbitraries.frequencyOf(
            Tuple.of(2, Arbitraries.just(Kind.ISSUE)),
            Tuple.of(8, Arbitraries.just(Kind.ADVANCE)),
            Tuple.of(3, Arbitraries.of(Kind.values())));
    Arbitrary<Integer> numbers = Arbitraries.integers().between(0, 1_000);
    return Combinators.combine(kinds, numbers, numbers).as(Deed::new).list().ofMaxSize(60);
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void serials_travel_as_the_model_says(
      @ForAll @IntRange(min = 1, max = 8) int steps,
      @ForAll("day") @Size(max = 60) List<Deed> day) {
    Shop shop = new Shop(steps);
    day.forEach(shop::happens);
    shop.everybodyGetsHome();
  }

  /** The rules and the model side by side. */
  private static final class Shop {

    private static final String HOME = "home";
    private static final LastEvent LAST = new LastEvent("user_ann", SerialExamples.NOON);

    private Route route;
    private final Map<SerialId, SerialState> serials = new HashMap<>();

    private final List<String> active = new ArrayList<>();
    private final Map<String, @Nullable String> behind = new HashMap<>();
    private final List<SerialId> numbers = new ArrayList<>();
    private final Map<SerialId, String> places = new HashMap<>();
    private int stepsEver;

    Shop(int steps) {
      IntStream.range(0, steps).forEach(n -> active.add(fresh()));
      route = route(active.toArray(String[]::new));
    }

    void happens(Deed deed) {
      switch (deed.kind()) {
        case ISSUE -> issue(1 + deed.one() % 3);
        case ADVANCE -> {
          if (!numbers.isEmpty()) {
            advance(numbers.get(deed.one() % numbers.size()));
          }
        }
        case ADD_STEP -> {
          if (active.size() < 8) {
            active.add(deed.one() % (active.size() + 1), fresh());
            replan();
          }
        }
        case TAKE_STEP_AWAY -> {
          if (active.size() > 1) {
            takeAway(deed.one() % active.size());
            replan();
          }
        }
        case REORDER -> {
          active.add(deed.other() % active.size(), active.remove(deed.one() % active.size()));
          replan();
        }
      }
    }

    void everybodyGetsHome() {
      for (SerialId serial : numbers) {
        for (int moves = 0; !HOME.equals(places.get(serial)); moves++) {
          assertThat(moves).as("moves of " + serial).isLessThanOrEqualTo(active.size());
          advance(serial);
        }
      }
    }

    private void issue(int quantity) {
      long first = numbers.size() + 1L;
      CreateSerials command = new CreateSerials(PATH, quantity);
      for (SerialCreated created : SerialDecider.decide(command, route, first).serials()) {
        hear(created);
        numbers.add(created.serialId());
        places.put(created.serialId(), active.getFirst());
      }
      assertThat(numbers).last().isEqualTo(SerialId.of(first + quantity - 1));
      agree();
    }

    private void advance(SerialId serial) {
      AdvanceSerial command = new AdvanceSerial(serial, null);
      String place = places.getOrDefault(serial, HOME);
      if (place.equals(HOME)) {
        assertThatThrownBy(() -> SerialDecider.decide(command, issued(serial), route, LAST))
            .isInstanceOf(SerialRefused.class);
        return;
      }
      SerialDecider.decide(command, issued(serial), route, LAST).forEach(this::hear);
      int next =
          active.contains(place) ? active.indexOf(place) + 1 : active.indexOf(behind(place)) + 1;
      places.put(serial, next < active.size() ? active.get(next) : HOME);
      agree();
    }

    /** The step in use that a retired one now stands behind; null when it stands at the start. */
    private @Nullable String behind(String retired) {
      String neighbour = behind.get(retired);
      return neighbour == null || active.contains(neighbour) ? neighbour : behind(neighbour);
    }

    private void takeAway(int index) {
      behind.put(active.get(index), index == 0 ? null : active.get(index - 1));
      active.remove(index);
    }

    private void replan() {
      route = changed(route, active.toArray(String[]::new));
      agree();
    }

    private void hear(SerialEvent event) {
      serials.put(event.serialId(), stateOf(event.serialId()).evolve(event));
      assertThat(((Object) event).toString()).contains("routeRevision=" + route.revision());
    }

    private void agree() {
      assertThat(route.activeSteps()).extracting(step -> step.name()).isEqualTo(active);
      places.forEach((number, place) -> {
        switch (stateOf(number)) {
          case SerialState.InProgress serial ->
              assertThat(serial.travel().step()).isEqualTo(id(place));
          case SerialState.Completed done -> assertThat(place).isEqualTo(HOME);
          case SerialState.Scrapped gone -> throw new AssertionError(number + " was scrapped");
          case SerialState.NotCreated never -> throw new AssertionError(number + " was forgotten");
        }
      });
    }

    private SerialState.Issued issued(SerialId serial) {
      return (SerialState.Issued) stateOf(serial);
    }

    private SerialState stateOf(SerialId serial) {
      return serials.getOrDefault(serial, new SerialState.NotCreated());
    }

    private String fresh() {
      return "s" + stepsEver++;
    }
  }
}
