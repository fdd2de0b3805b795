import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Measures the item board of a running Jobtrail, which starts empty and is given as many items as the second argument says, a
 * thousand a job, alike in all nine states. Run it as it is:
 *
 * <pre>
 * java benchmarks/Board.java http://localhost:8080 100000 3000
 * </pre>
 *
 * The third argument is how often each question is asked, after a third as many to warm up. Then items are moved, half as often,
 * and after each move the board is asked that has to show it: from the answer of the command to the answer of the board.
 */
class Board {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern ID = Pattern.compile("\"id\":\"((?:job|item)_[^\"]+)\"");
  private static final Pattern IN_REVIEW = Pattern.compile("\"state\":\"in_review\",\"count\":(\\d+)");
  private static final int ITEMS_OF_A_JOB = 1_000;
  private static final int STATES = 9;

  /** A move by itself, and which ninths of the items make it; each ninth ends in a state of its own. */
  private record Move(String to, String details, List<Integer> ninths) {}

  private static final List<Move> MOVES =
      List.of(
          new Move("in_review", "", List.of(1, 2, 3, 4, 5, 6, 7)),
          new Move("customer_notified", ",\"issues\":[\"No bleed\"]", List.of(2)),
          new Move("proof_sent", ",\"proofReference\":\"P-1\"", List.of(3, 4)),
          new Move("proof_changes_requested", ",\"feedback\":\"Larger\"", List.of(4)),
          new Move("ready_for_production", ",\"approvedBy\":\"internal\",\"name\":\"Ada\"", List.of(5, 6, 7)),
          new Move("complete", "", List.of(6, 7)),
          new Move("archived", "", List.of(7)),
          new Move("cancelled", ",\"reason\":\"Not wanted\"", List.of(8)));

  private static final List<String> QUESTIONS =
      List.of(
          "/api/item-board",
          "/api/item-board?state=in_review&limit=500",
          "/api/item-board?company=company+7",
          "/api/items?state=proof_sent&limit=100",
          "/api/jobs?limit=100",
          "/api/jobs?itemState=awaiting_artwork&limit=100");

  private final String base;
  private final List<String> waiting = new ArrayList<>();
  private long position;

  Board(String base) {
    this.base = base;
  }

  public static void main(String[] args) throws Exception {
    Board board = new Board(args[0]);
    int items = Integer.parseInt(args[1]);
    int rounds = Integer.parseInt(args[2]);
    long started = System.nanoTime();
    for (int job = 0; job < items / ITEMS_OF_A_JOB; job++) {
      board.fill(job);
    }
    board.get("/api/item-board");
    System.out.printf(Locale.ROOT, "%,d items in %.1f s%n", items, (System.nanoTime() - started) / 1e9);
    for (String question : QUESTIONS) {
      board.ask(question, rounds / 3);
      System.out.printf(Locale.ROOT, "%-52s %s%n", question, board.ask(question, rounds));
    }
    board.move(rounds / 6);
    System.out.println("a move, from its answer to the board that shows it:   " + board.move(rounds / 2));
  }

  private Times ask(String question, int rounds) throws Exception {
    Times times = new Times(rounds);
    for (int n = 0; n < rounds; n++) {
      long started = System.nanoTime();
      String answer = get(question);
      times.add(n, started, answer.length());
    }
    return times;
  }

  private Times move(int rounds) throws Exception {
    Times times = new Times(rounds);
    long before = inReview(get("/api/item-board"));
    for (int n = 0; n < rounds; n++) {
      post(200, "/api/items/" + waiting.removeLast() + "/transition", "{\"to\":\"in_review\"}");
      long started = System.nanoTime();
      String answer = get("/api/item-board");
      times.add(n, started, answer.length());
      if (inReview(answer) != ++before) {
        throw new IllegalStateException("The board does not show the move at " + position);
      }
    }
    return times;
  }

  /** One more job with a thousand items, which then go their ways, each ninth of them another one. */
  private void fill(int job) throws Exception {
    String item = "{\"name\":\"Poster\",\"quantity\":100,\"productCode\":\"POS-A2\"},".repeat(ITEMS_OF_A_JOB);
    String made =
        post(
            201,
            "/api/jobs",
            "{\"name\":\"Job %d\",\"reference\":\"PO-%d\",\"company\":\"Company %d\",\"items\":[%s]}"
                .formatted(job, job, job % 20, item.substring(0, item.length() - 1)));
    List<String> ids = ids(get("/api/jobs/" + ids(made).getFirst() + "/items"));
    for (Move move : MOVES) {
      List<String> moved = new ArrayList<>();
      for (int i = 0; i < ids.size(); i++) {
        if (move.ninths().contains(i % STATES)) {
          moved.add(ids.get(i));
        }
      }
      String named = moved.stream().map(id -> '"' + id + '"').collect(Collectors.joining(","));
      String answer =
          post(200, "/api/items/transition?atomic=true", "{\"itemIds\":[%s],\"to\":\"%s\"%s}".formatted(named, move.to(), move.details()));
      if (ids(answer).isEmpty()) {
        throw new IllegalStateException(answer);
      }
    }
    for (int i = 0; i < ids.size(); i += STATES) {
      waiting.add(ids.get(i));
    }
  }

  private static long inReview(String board) {
    Matcher matcher = IN_REVIEW.matcher(board);
    matcher.find();
    return Long.parseLong(matcher.group(1));
  }

  private static List<String> ids(String body) {
    return ID.matcher(body).results().map(found -> found.group(1)).toList();
  }

  /** Each question is answered with all that was done before. */
  private String get(String path) throws Exception {
    return expect(
        200, HttpRequest.newBuilder(URI.create(base + path)).header("Ledger-Position", Long.toString(position)).GET());
  }

  private String post(int status, String path, String body) throws Exception {
    return expect(
        status,
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  private String expect(int status, HttpRequest.Builder request) throws Exception {
    HttpRequest sent = request.timeout(Duration.ofMinutes(1)).build();
    HttpResponse<String> response = CLIENT.send(sent, BodyHandlers.ofString());
    if (response.statusCode() != status) {
      throw new IllegalStateException(response + ": " + response.body());
    }
    if (sent.method().equals("POST")) {
      position = response.headers().firstValueAsLong("Ledger-Position").orElseThrow();
    }
    return response.body();
  }

  /** Times of one kind of call, in milliseconds, and how long its answers were. */
  private static final class Times {

    private final double[] millis;
    private int characters;

    Times(int rounds) {
      millis = new double[rounds];
    }

    void add(int round, long started, int length) {
      millis[round] = (System.nanoTime() - started) / 1e6;
      characters = length;
    }

    private double percentile(double percent) {
      double[] sorted = millis.clone();
      Arrays.sort(sorted);
      return sorted[(int) Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "p50=%.2f p90=%.2f p99=%.2f max=%.2f ms, %,d characters",
          percentile(50), percentile(90), percentile(99), percentile(100), characters);
    }
  }
}
