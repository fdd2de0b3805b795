package jobtrail.command.item;

import static jobtrail.command.item.ItemExamples.all;
import static jobtrail.command.item.ItemExamples.in;
import static jobtrail.command.item.ItemExamples.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import jobtrail.command.PaperMoves;
import jobtrail.command.PaperMoves.Cell;
import jobtrail.command.item.ItemRefused.Reason;
import jobtrail.command.item.JobItemState.Added;
import jobtrail.events.EventNames;
import jobtrail.events.item.ItemEvent;
import jobtrail.events.item.ItemState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules, held against the table on paper: one test a cell. */
class ItemMatrixTest {

  static Stream<Cell> cells() {
    return PaperMoves.cells();
  }

  static Stream<Cell> allowed() {
    return PaperMoves.cells().filter(Cell::allowed);
  }

  static Stream<Cell> demanding() {
    return PaperMoves.cells().filter(cell -> !cell.required().isEmpty());
  }

  @Test
  void the_table_has_a_cell_for_each_pair_of_states() {
    assertThat(Stream.of(ItemState.values()).map(ItemState::word))
        .containsExactlyElementsOf(PaperMoves.STATES);
    assertThat(cells()).hasSize(81);
    assertThat(cells().filter(Cell::allowed)).hasSize(20);
  }

  @ParameterizedTest
  @MethodSource("cells")
  void an_item_moves_as_the_table_says(Cell cell) {
    Added item = in(cell.from());

    if (cell.allowed()) {
      ItemEvent event = ItemDecider.decide(move(cell.to()), item);

      assertThat(EventNames.nameOf(event.getClass()).name()).isEqualTo(cell.event());
      assertThat(event.from()).isEqualTo(item.state());
      assertThat(event.to()).isEqualTo(ItemExamples.state(cell.to()));
      assertThat(((Added) item.evolve(event)).state()).isEqualTo(event.to());
    } else {
      // Whatever else is wrong with it, that there is no such move comes first.
      for (MoveDetails details :
          List.of(all(), MoveDetails.NONE, MoveDetails.faulty("reason", "is too long"))) {
        ItemRefused refused =
            catchThrowableOfType(
                ItemRefused.class, () -> ItemDecider.decide(move(cell.to(), details), item));
        assertThat(refused.reason()).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(refused).hasMessageContaining(cell.from()).hasMessageContaining(cell.to());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("demanding")
  void a_move_demands_its_details(Cell cell) {
    Added item = in(cell.from());

    ItemRefused refused =
        catchThrowableOfType(
            ItemRefused.class, () -> ItemDecider.decide(move(cell.to(), MoveDetails.NONE), item));

    assertThat(refused.reason()).isEqualTo(Reason.DETAIL_INVALID);
    assertThat(refused.field()).isEqualTo(cell.required().getFirst());
    assertThat(refused).hasMessage(cell.required().getFirst() + " is required");
  }

  @ParameterizedTest
  @MethodSource("demanding")
  void a_detail_that_cannot_be_taken_is_told_once_the_move_is_allowed(Cell cell) {
    Added item = in(cell.from());
    String detail = cell.required().getFirst();
    MoveDetails faulty = MoveDetails.faulty(detail, "is too long");

    ItemRefused refused =
        catchThrowableOfType(
            ItemRefused.class, () -> ItemDecider.decide(move(cell.to(), faulty), item));

    assertThat(refused.reason()).isEqualTo(Reason.DETAIL_INVALID);
    assertThat(refused.field()).isEqualTo(detail);
  }

  @ParameterizedTest
  @MethodSource("allowed")
  void what_a_move_has_no_use_for_is_not_looked_at(Cell cell) {
    MoveDetails all = all();
    MoveDetails stray =
        new MoveDetails(
            all.files(),
            all.issues(),
            all.proofReference(),
            null,
            all.feedback(),
            all.approvedBy(),
            all.name(),
            all.reason(),
            List.of(new MoveDetails.Fault("elsewhere", "is too long")));

    assertThat(ItemDecider.decide(move(cell.to(), stray), in(cell.from())).to())
        .isEqualTo(ItemExamples.state(cell.to()));
  }
}
