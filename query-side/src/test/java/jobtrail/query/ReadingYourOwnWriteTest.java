package jobtrail.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import jobtrail.events.job.JobEvent.JobRenamed;
import jobtrail.ledger.DatabaseAddress;
import jobtrail.query.Node.Answer;
import jobtrail.query.platform.FreshViews;
import org.junit.jupiter.api.Test;

/** Who names a position is answered with it, by whichever node is asked. */
class ReadingYourOwnWriteTest {

  @Test
  void each_write_is_in_the_next_answer_on_its_own_node_and_on_another() {
    DatabaseAddress address = FreshViews.database();
    try (Node owner = new Node(address)) {
      owner.append(Shop.jobCreated("mine", 1));
      assertThat(owner.getNow("/api/jobs/job_mine").status()).isEqualTo(200);
      try (Node other = new Node(address)) {
        for (int i = 0; i < 100; i++) {
          owner.append(new JobRenamed(Shop.job("mine"), "Name " + i));
          String position = Long.toString(owner.written());
          for (Node asked : new Node[] {owner, other}) {
            Answer answer = asked.get("/api/jobs/job_mine", "Ledger-Position", position);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("name").stringValue()).isEqualTo("Name " + i);
            assertThat(Long.parseLong(answer.header("Ledger-Position")))
                .isGreaterThanOrEqualTo(owner.written());
          }
        }
        assertThat(other.get("/actuator/health").body()).contains("\"segments\":0");
      }
    }
  }

  @Test
  void another_node_takes_over_when_the_owner_stops() {
    DatabaseAddress address = FreshViews.database();
    Node owner = new Node(address);
    owner.append(Shop.jobCreated("first", 1));
    assertThat(owner.getNow("/api/jobs/job_first").status()).isEqualTo(200);
    try (Node heir = new Node(address)) {
      owner.close();
      heir.append(Shop.jobCreated("second", 1));
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> heir.getNow("/api/jobs/job_second").status() == 200);
    }
  }

  @Test
  void a_claim_of_a_node_that_was_killed_holds_nobody_up() {
    DatabaseAddress address = FreshViews.database();
    try (Node killed = new Node(address)) {
      killed.append(Shop.jobCreated("first", 1));
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> killed.getNow("/api/jobs/job_first").status() == 200);
    }
    Database.execute(
        address,
        "update views.token set owner = 'node 7',"
            + " touched = to_char(now() at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')");
    try (Node next = new Node(address)) {
      next.append(Shop.jobCreated("second", 1));
      // Axon itself would wait ten seconds for the dead one.
      await()
          .atMost(Duration.ofSeconds(7))
          .until(() -> next.getNow("/api/jobs/job_second").status() == 200);
    }
  }

  @Test
  void a_rebuild_from_another_node_is_not_answered_from_half_built_views() {
    DatabaseAddress address = FreshViews.database();
    try (Node owner = new Node(address);
        Node other = new Node(address)) {
      for (int i = 0; i < 300; i++) {
        owner.append(Shop.jobCreated("n" + i, 1));
      }
      String position = Long.toString(owner.written());
      assertThat(owner.getNow("/api/jobs").json().size()).isEqualTo(300);
      assertThat(other.post("/actuator/rebuild/jobs").status()).isEqualTo(200);
      for (Node asked : new Node[] {other, owner}) {
        await()
            .atMost(Duration.ofSeconds(10))
            .until(() -> asked.get("/api/jobs", "Ledger-Position", position).status() == 200);
        assertThat(asked.get("/api/jobs", "Ledger-Position", position).json().size())
            .isEqualTo(300);
      }
    }
  }

  @Test
  void a_position_that_does_not_come_in_time_is_503_with_how_far_the_views_are() {
    try (Node node = new Node(FreshViews.database(), "jobtrail.views.patience=500ms")) {
      node.append(Shop.jobCreated("here", 1));
      for (String view : new String[] {"/api/jobs/job_here", "/api/serials"}) {
        await().atMost(Duration.ofSeconds(10)).until(() -> node.getNow(view).status() == 200);
      }
      for (String path : new String[] {"/api/jobs", "/api/jobs/job_here", "/api/serials"}) {
        Answer answer = node.get(path, "Ledger-Position", "999");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().path("code").stringValue()).isEqualTo("view-behind");
        assertThat(answer.header("Retry-After")).isEqualTo("1");
        assertThat(answer.header("Ledger-Position")).isEqualTo("1");
      }
      assertThat(node.get("/api/jobs", "Ledger-Position", "soon").status()).isEqualTo(400);
      assertThat(node.get("/api/jobs").status()).isEqualTo(200);
    }
  }
}
