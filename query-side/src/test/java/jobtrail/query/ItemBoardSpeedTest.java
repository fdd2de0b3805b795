package jobtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import jobtrail.events.DomainEvent;
import jobtrail.events.item.ItemState;
import jobtrail.events.job.JobEvent.JobCreated;
import jobtrail.ledger.TestPostgres;
import jobtrail.query.Node.Answer;
import jobtrail.query.platform.Positions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * Measures the board over a hundred thousand items, when asked to with {@code
 * -Djobtrail.measure=true}; what it finds goes to the log.
 */
@EnabledIfSystemProperty(named = "jobtrail.measure", matches = "true")
class ItemBoardSpeedTest {

  private static final Logger LOG = LoggerFactory.getLogger(ItemBoardSpeedTest.class);
  private static final int JOBS = 1_000;
  private static final int ITEMS = 100;
  private static final int ROUNDS = 500;
  private static final int MOVES = 500;

  @Test
  void the_board_and_how_soon_a_move_is_on_it() {
    try (Node node = new Node(TestPostgres.freshDatabase())) {
      fill(node);
      assertThat(
              node.bean(Positions.class)
                  .await(
                      List.of("items", "jobs", "job-items"), node.written(), Duration.ofMinutes(2)))
          .isTrue();
      ask(node, "/api/item-board", ROUNDS);
      for (String question :
          List.of(
              "/api/item-board",
              "/api/item-board?state=in_review&limit=500",
              "/api/item-board?company=company+7",
              "/api/items?state=proof_sent&limit=100",
              "/api/jobs?limit=100",
              "/api/jobs?itemState=awaiting_artwork&limit=100",
              "/api/jobs/job_j7")) {
        ask(node, question, ROUNDS);
        LOG.warn("{}: {}", question, ask(node, question, ROUNDS));
      }
      move(node, 0, 200);
      LOG.warn("a move, until the board shows it: {}", move(node, 200, MOVES));
    }
  }

  private static void fill(Node node) {
    ItemState[] states = ItemState.values();
    long number = 0;
    for (int job = 0; job < JOBS; job++) {
      String name = "j" + job;
      List<DomainEvent> facts = new ArrayList<>();
      facts.add(
          new JobCreated(
              Shop.job(name), "Job " + job, null, "PO-" + job, "Company " + job % 20, null, null));
      for (int i = 0; i < ITEMS; i++) {
        facts.addAll(
            ItemFacts.come(name + "-" + i, name, ++number, states[(job + i) % states.length]));
      }
      node.append(facts);
    }
  }

  private static String ask(Node node, String question, int rounds) {
    long[] micros = new long[rounds];
    int length = 0;
    for (int n = 0; n < rounds; n++) {
      long started = System.nanoTime();
      Answer answer = node.get(question);
      micros[n] = (System.nanoTime() - started) / 1_000;
      assertThat(answer.status()).isEqualTo(200);
      length = answer.body().length();
    }
    return told(micros) + ", " + length + " characters";
  }

  /** Items that wait for artwork get some, one every 10 ms. */
  private static String move(Node node, int first, int moves) {
    long[] micros = new long[moves];
    long next = System.nanoTime();
    for (int n = 0; n < moves; n++) {
      int job = (first + n) % JOBS;
      int item = (ItemState.values().length - job % ItemState.values().length) % 9;
      int which = item + (first + n) / JOBS * 9;
      String name = "j" + job + "-" + which;
      long before = inReview(node.getNow("/api/item-board?state=in_review&limit=1"));
      node.append(
          ItemFacts.moved(name, "j" + job, ItemState.AWAITING_ARTWORK, ItemState.IN_REVIEW));
      long started = System.nanoTime();
      Answer board = node.getNow("/api/item-board");
      micros[n] = (System.nanoTime() - started) / 1_000;
      assertThat(inReview(board)).isEqualTo(before + 1);
      next += 10_000_000;
      LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
    }
    return told(micros);
  }

  private static long inReview(Answer board) {
    return board
        .json()
        .path("columns")
        .valueStream()
        .filter((JsonNode column) -> column.path("state").stringValue().equals("in_review"))
        .mapToLong(column -> column.path("count").longValue())
        .sum();
  }

  private static String told(long[] micros) {
    Arrays.sort(micros);
    return "p50 %d p99 %d max %d microseconds"
        .formatted(
            micros[micros.length / 2], micros[micros.length * 99 / 100], micros[micros.length - 1]);
  }
}
