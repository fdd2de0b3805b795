package jobtrail.command;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The table of an item's moves as it stands on paper, for tests to hold the rules against: every
 * pair of states that is not in it is refused.
 */
public final class PaperMoves {

  /** In the order of the design. */
  public static final List<String> STATES =
      List.of(
          "awaiting_artwork",
          "in_review",
          "customer_notified",
          "proof_sent",
          "proof_changes_requested",
          "ready_for_production",
          "complete",
          "cancelled",
          "archived");

  private static final String TABLE =
      """
      awaiting_artwork        | in_review               | item.artwork-received        |
      customer_notified       | in_review               | item.artwork-received        |
      proof_changes_requested | in_review               | item.artwork-received        |
      in_review               | customer_notified       | item.issues-reported         | issues
      in_review               | proof_sent              | item.proof-sent              | proofReference
      proof_changes_requested | proof_sent              | item.proof-sent              | proofReference
      proof_sent              | proof_changes_requested | item.proof-changes-requested | feedback
      in_review               | ready_for_production    | item.approved                | approvedBy name
      customer_notified       | ready_for_production    | item.approved                | approvedBy name
      proof_sent              | ready_for_production    | item.approved                | approvedBy name
      ready_for_production    | in_review               | item.reopened                | reason
      ready_for_production    | complete                | item.completed               |
      awaiting_artwork        | cancelled               | item.cancelled               | reason
      in_review               | cancelled               | item.cancelled               | reason
      customer_notified       | cancelled               | item.cancelled               | reason
      proof_sent              | cancelled               | item.cancelled               | reason
      proof_changes_requested | cancelled               | item.cancelled               | reason
      ready_for_production    | cancelled               | item.cancelled               | reason
      complete                | archived                | item.archived                |
      archived                | complete                | item.restored                |
      """;

  /** How to get an item into each state, by other states. */
  private static final Map<String, List<String>> WAYS =
      Map.of(
          "awaiting_artwork", List.of(),
          "in_review", List.of("in_review"),
          "customer_notified", List.of("in_review", "customer_notified"),
          "proof_sent", List.of("in_review", "proof_sent"),
          "proof_changes_requested", List.of("in_review", "proof_sent", "proof_changes_requested"),
          "ready_for_production", List.of("in_review", "ready_for_production"),
          "complete", List.of("in_review", "ready_for_production", "complete"),
          "cancelled", List.of("cancelled"),
          "archived", List.of("in_review", "ready_for_production", "complete", "archived"));

  private static final Map<String, Cell> CELLS = read();

  private PaperMoves() {}

  /**
   * One pair of states.
   *
   * @param event the stored name of what happens; null when the move is refused
   * @param required the details it demands
   */
  public record Cell(String from, String to, @Nullable String event, List<String> required) {

    /** The table has this move. */
    public boolean allowed() {
      return event != null;
    }

    @Override
    public String toString() {
      return from + " to " + to + (allowed() ? " is " + event : " is refused");
    }
  }

  /** All 81. */
  public static Stream<Cell> cells() {
    return STATES.stream().flatMap(from -> STATES.stream().map(to -> cell(from, to)));
  }

  /** Where an item may go from a state. */
  public static List<String> allowedFrom(String state) {
    return STATES.stream().filter(to -> cell(state, to).allowed()).toList();
  }

  /** One of the 81. */
  public static Cell cell(String from, String to) {
    return CELLS.getOrDefault(from + ">" + to, new Cell(from, to, null, List.of()));
  }

  /** The states that lead a new item into this one. */
  public static List<String> wayTo(String state) {
    return Objects.requireNonNull(WAYS.get(state));
  }

  /** The body of a transition, with whatever any move may demand, less some. */
  public static String body(String to, String... without) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("to", "'" + to + "'");
    details.put("issues", "['Bleed is missing']");
    details.put("proofReference", "'P-1'");
    details.put("feedback", "'Larger logo'");
    details.put("approvedBy", "'internal'");
    details.put("name", "'Anna'");
    details.put("reason", "'Because'");
    Arrays.asList(without).forEach(details::remove);
    return "{"
        + String.join(
            ",",
            details.entrySet().stream()
                .map(detail -> "'" + detail.getKey() + "':" + detail.getValue())
                .toList())
        + "}";
  }

  private static Map<String, Cell> read() {
    Map<String, Cell> cells = new HashMap<>();
    TABLE
        .lines()
        .forEach(line -> {
          String[] columns = line.split("\\|", -1);
          List<String> required =
              Stream.of(columns[3].strip().split(" ")).filter(name -> !name.isEmpty()).toList();
          Cell cell =
              new Cell(columns[0].strip(), columns[1].strip(), columns[2].strip(), required);
          cells.put(cell.from() + ">" + cell.to(), cell);
        });
    return cells;
  }
}
