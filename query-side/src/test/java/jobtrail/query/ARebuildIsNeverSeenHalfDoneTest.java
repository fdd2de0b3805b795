package jobtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.query.platform.FreshViews;
import org.junit.jupiter.api.Test;

/** Who says what they have seen gets it, or is told to wait: also while a view is built anew. */
class ARebuildIsNeverSeenHalfDoneTest {

  private static final List<String> QUESTIONS =
      List.of(
          "/api/serials/SN-00001",
          "/api/serials/SN-00001/step-statuses",
          "/api/serials?limit=3",
          "/api/jobs/job_one",
          "/api/paths/path_one");

  @Test
  void an_answer_that_claims_to_know_a_position_knows_it() {
    try (Node node = new Node(FreshViews.database(), "jobtrail.views.patience=30s")) {
      PathCreated path = Shop.pathCreated("one", "one", 9, "cut", "fold");
      node.append(Shop.jobCreated("one", 9), path);
      node.append(Shop.serialsCreated(path, 1, 300));
      String position = Long.toString(node.written());
      List<String> answers = ask(node, position);
      AtomicBoolean rebuilt = new AtomicBoolean();
      List<CompletableFuture<Integer>> askers = new ArrayList<>();
      for (int asker = 0; asker < 4; asker++) {
        askers.add(
            CompletableFuture.supplyAsync(() -> {
              int rounds = 0;
              do {
                assertThat(ask(node, position)).isEqualTo(answers);
                rounds++;
              } while (!rebuilt.get());
              return rounds;
            }));
      }
      for (int round = 0; round < 5; round++) {
        for (String view : List.of("serials", "jobs", "paths", "job-progress")) {
          assertThat(node.post("/actuator/rebuild/" + view).status()).isEqualTo(200);
        }
      }
      rebuilt.set(true);
      askers.forEach(asker -> assertThat(asker.join()).isPositive());
    }
  }

  private static List<String> ask(Node node, String position) {
    return QUESTIONS.stream()
        .map(question -> node.get(question, "Ledger-Position", position))
        .map(answer -> answer.status() + " " + answer.body())
        .toList();
  }
}
