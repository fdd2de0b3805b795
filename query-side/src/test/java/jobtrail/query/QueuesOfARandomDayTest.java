package jobtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.query.platform.FreshViews;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the queues promise, whatever happened before: after days on which anything may happen. */
class QueuesOfARandomDayTest {

  private static final long SEED = 20_261_123;
  private static final int DAYS = 12;
  private static final int FACTS_A_DAY = 120;
  private static final List<String> USERS = List.of("user_0", "user_1", "user_2", "user_none");

  /** What was there in the evening, and what was answered then. */
  private record Evening(
      Map<String, List<String>> truth,
      List<String> atRest,
      Map<String, String> assignees,
      JsonNode all,
      Map<String, JsonNode> grouped,
      Map<String, JsonNode> ofUsers) {}

  private static final List<Evening> EVENINGS = new ArrayList<>();

  @BeforeAll
  static void live() {
    try (Node node = new Node(FreshViews.database())) {
      Floor floor = new Floor(SEED);
      PathCreated large = Shop.pathCreated("large", "large", 500, "cut", "fold");
      node.append(Shop.jobCreated("large", 500));
      node.append(floor.opens(large));
      node.append(floor.receives(large, 130));
      for (int day = 0; day < DAYS; day++) {
        if (day % 3 == 0) {
          String name = "p" + day;
          node.append(Shop.jobCreated(name, 10));
          node.append(
              floor.opens(Shop.pathCreated(name, name, 10, "cut", "fold", "glue", "pack", "ship")));
        }
        for (int fact = 0; fact < FACTS_A_DAY; fact++) {
          var facts = floor.somethingHappens();
          if (!facts.isEmpty()) {
            node.append(facts);
          }
        }
        EVENINGS.add(evening(node, floor));
      }
    }
  }

  @AfterAll
  static void forget() {
    EVENINGS.clear();
  }

  private static Evening evening(Node node, Floor floor) {
    Map<String, String> assignees = new TreeMap<>();
    floor
        .queues()
        .keySet()
        .forEach(step -> {
          String user = floor.assigneeOf(step);
          if (user != null) {
            assignees.put(step, user);
          }
        });
    Map<String, JsonNode> grouped = new TreeMap<>();
    for (String by : List.of("operator", "location", "step")) {
      grouped.put(by, answer(node, "/api/operator/work-queue?limit=5000&groupBy=" + by));
    }
    Map<String, JsonNode> ofUsers = new TreeMap<>();
    USERS.forEach(user -> ofUsers.put(user, answer(node, "/api/operator/queue/" + user)));
    return new Evening(
        floor.queues(),
        floor.atRest(),
        assignees,
        answer(node, "/api/operator/queue/_all?limit=5000"),
        grouped,
        ofUsers);
  }

  private static JsonNode answer(Node node, String question) {
    Node.Answer answer = node.getNow(question);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  @Test
  void each_active_serial_is_in_exactly_one_row_of_the_queues_at_the_step_where_it_counts() {
    for (Evening evening : EVENINGS) {
      assertThat(rows(evening.all().path("jobs"))).isEqualTo(firstHundred(evening.truth()));
      assertThat(counts(evening.all().path("jobs"))).isEqualTo(sizes(evening.truth()));
      for (JsonNode grouped : evening.grouped().values()) {
        List<JsonNode> jobs = new ArrayList<>();
        grouped.path("groups").forEach(group -> group.path("jobs").forEach(jobs::add));
        assertThat(rows(jobs)).isEqualTo(firstHundred(evening.truth()));
        assertThat(jobs).hasSameSizeAs(evening.truth().keySet());
      }
    }
  }

  @Test
  void totals_are_the_sum_of_their_parts() {
    for (Evening evening : EVENINGS) {
      long active = evening.truth().values().stream().mapToLong(List::size).sum();
      assertThat(evening.all().path("totalParts").longValue()).isEqualTo(active);
      for (JsonNode grouped : evening.grouped().values()) {
        assertThat(grouped.path("totalParts").longValue()).isEqualTo(active);
        long sum = 0;
        for (JsonNode group : grouped.path("groups")) {
          assertThat(group.path("totalParts").longValue())
              .isEqualTo(counts(group.path("jobs")).values().stream().mapToLong(n -> n).sum());
          sum += group.path("totalParts").longValue();
        }
        assertThat(sum).isEqualTo(active);
      }
    }
  }

  @Test
  void scrapped_and_completed_serials_are_in_no_queue() {
    for (Evening evening : EVENINGS) {
      Set<String> seen = new HashSet<>();
      rows(evening.all().path("jobs")).values().forEach(seen::addAll);
      assertThat(seen).doesNotContainAnyElementsOf(evening.atRest());
    }
    assertThat(EVENINGS.getLast().atRest()).hasSizeGreaterThan(50);
  }

  @Test
  void an_operators_queue_is_what_waits_at_the_steps_that_are_theirs() {
    for (Evening evening : EVENINGS) {
      evening
          .ofUsers()
          .forEach((user, queue) -> {
            Map<String, List<String>> theirs = new TreeMap<>(evening.truth());
            theirs.keySet().removeIf(step -> !user.equals(evening.assignees().get(step)));
            assertThat(queue.path("operatorId").stringValue()).isEqualTo(user);
            assertThat(rows(queue.path("jobs"))).isEqualTo(firstHundred(theirs));
            assertThat(queue.path("jobs").size()).isEqualTo(theirs.size());
          });
    }
  }

  private static Map<String, List<String>> firstHundred(Map<String, List<String>> queues) {
    Map<String, List<String>> first = new TreeMap<>(queues);
    first.replaceAll((step, serials) -> serials.stream().limit(100).toList());
    return first;
  }

  private static Map<String, Long> sizes(Map<String, List<String>> queues) {
    Map<String, Long> sizes = new TreeMap<>();
    queues.forEach((step, serials) -> sizes.put(step, (long) serials.size()));
    return sizes;
  }

  /** Serials by step, of the rows that have any. */
  private static Map<String, List<String>> rows(Iterable<JsonNode> jobs) {
    Map<String, List<String>> rows = new TreeMap<>();
    for (JsonNode job : jobs) {
      if (job.path("partCount").longValue() > 0) {
        assertThat(
                rows.put(
                    job.path("stepId").stringValue(),
                    job.path("serialIds").valueStream().map(JsonNode::stringValue).toList()))
            .isNull();
      }
    }
    return rows;
  }

  private static Map<String, Long> counts(Iterable<JsonNode> jobs) {
    Map<String, Long> counts = new TreeMap<>();
    for (JsonNode job : jobs) {
      if (job.path("partCount").longValue() > 0) {
        counts.put(job.path("stepId").stringValue(), job.path("partCount").longValue());
      }
    }
    return counts;
  }
}
