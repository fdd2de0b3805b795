package jobtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import jobtrail.command.PaperMoves.Cell;
import jobtrail.ledger.Ledger;
import jobtrail.ledger.StoredEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The HTTP port, held against the table of moves on paper: one test a cell. */
class ItemMatrixHttpTest {

  private static final Node NODE = Node.first();
  private static final Floor FLOOR = new Floor(NODE);

  static Stream<Cell> cells() {
    return PaperMoves.cells();
  }

  /** Each move with each detail that it demands. */
  static Stream<List<String>> demands() {
    return PaperMoves.cells()
        .flatMap(cell -> cell.required().stream().map(d -> List.of(cell.from(), cell.to(), d)));
  }

  @ParameterizedTest
  @MethodSource("cells")
  void an_item_moves_as_the_table_says(Cell cell) {
    String id = FLOOR.itemIn(cell.from());
    long head = NODE.head();

    Reply reply = FLOOR.move(id, PaperMoves.body(cell.to())).send();

    List<StoredEvent> stream = NODE.bean(Ledger.class).stream(id, 0);
    assertThat(reply.position()).isEqualTo(NODE.head());
    if (cell.allowed()) {
      reply.is(200);
      assertThat(reply.text("state")).isEqualTo(cell.to());
      assertThat(NODE.head()).isEqualTo(head + 1);
      assertThat(stream.getLast().event().name()).isEqualTo(cell.event());
      assertThat(reply.header("ETag"))
          .isEqualTo("\"" + stream.getLast().event().sequenceNumber() + "\"");
    } else {
      reply.isProblem(409, "transition-not-allowed");
      assertThat(reply.text("state")).isEqualTo(cell.from());
      assertThat(words(reply.json().path("allowed")))
          .containsExactlyInAnyOrderElementsOf(PaperMoves.allowedFrom(cell.from()));
      assertThat(reply.json().path("item").path("id").asString()).isEqualTo(id);
      assertThat(reply.json().path("item").path("state").asString()).isEqualTo(cell.from());
      assertThat(reply.json().path("lastMove").path("to").asString()).isEqualTo(cell.from());
      assertThat(NODE.head()).isEqualTo(head);
    }
  }

  @ParameterizedTest
  @MethodSource("cells")
  void what_may_follow_is_told_with_what_it_demands(Cell cell) {
    String id = FLOOR.itemIn(cell.from());

    JsonNode told = NODE.to("GET", "/api/items/" + id + "/transitions").send().is(200).json();

    assertThat(told.path("state").asString()).isEqualTo(cell.from());
    List<JsonNode> next =
        told.path("transitions")
            .valueStream()
            .filter(one -> one.path("to").asString().equals(cell.to()))
            .toList();
    assertThat(next).hasSize(cell.allowed() ? 1 : 0);
    if (cell.allowed()) {
      assertThat(next.getFirst().path("event").asString()).isEqualTo(cell.event());
      assertThat(
              next.getFirst()
                  .path("details")
                  .valueStream()
                  .filter(detail -> detail.path("required").asBoolean())
                  .map(detail -> detail.path("name").asString()))
          .containsExactlyElementsOf(cell.required());
    }
  }

  @ParameterizedTest
  @MethodSource("demands")
  void a_move_without_what_it_demands_is_invalid(List<String> demand) {
    String id = FLOOR.itemIn(demand.get(0));
    String detail = demand.get(2);
    long head = NODE.head();

    Reply reply = FLOOR.move(id, PaperMoves.body(demand.get(1), detail)).send();

    reply.isProblem(400, "invalid-request");
    assertThat(reply.fields()).containsExactly(detail);
    assertThat(reply.text("detail")).isEqualTo(detail + " is required");
    assertThat(reply.position()).isEqualTo(head);
    assertThat(NODE.head()).isEqualTo(head);
  }

  private static List<String> words(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }
}
