package jobtrail.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import jobtrail.command.platform.Routes;
import jobtrail.events.path.PathId;
import jobtrail.ledger.DatabaseAddress;
import jobtrail.ledger.Ledger;
import jobtrail.ledger.TestPostgres;
import org.junit.jupiter.api.Test;

/** When the database goes away, callers are told so soon and truly, and are served again later. */
class DatabaseFailureTest {

  private static final Duration SOON = Duration.ofMillis(6_500);

  @Test
  void a_lost_database_is_told_in_time_and_forgotten_when_it_is_back() throws IOException {
    DatabaseAddress database = TestPostgres.freshDatabase();
    try (Cable cable = new Cable(database);
        Node node = new Node(cable.address())) {
      Floor floor = new Floor(node);
      Reply path = floor.path(floor.job(), "Cut", "Fold", "Pack");
      String remembered = floor.serial(path);
      String unread = floor.serial(path);
      floor.advance(remembered).send().is(200);
      long head = node.head();
      cable.cut();

      Map<String, Request> requests = new TreeMap<>();
      requests.put("a move of a serial in memory", floor.advance(remembered));
      requests.put("a move of a serial to be read", floor.advance(unread));
      requests.put("new serials", floor.issue(path, 3));
      requests.put("a plan", floor.plan(path.text("id"), Floor.steps(path).reversed()));
      requests.put("a job", node.to("POST", "/api/jobs").json("{'name':'a','goalQuantity':1}"));
      requests.put(
          "a job with a contact",
          node.to("POST", "/api/jobs").json("{'name':'a','contact':{'name':'Anna'}}"));
      requests.put("an unknown job", node.to("PUT", "/api/jobs/job_unknown").json("{'name':'a'}"));
      requests.put(
          "a move after something seen",
          floor.advance(remembered).with("Ledger-Position", Long.toString(head + 1)));
      long started = System.nanoTime();
      Map<String, CompletableFuture<Reply>> replies = new TreeMap<>();
      requests.forEach((what, request) -> replies.put(what, request.sendLater()));
      replies.forEach((what, reply) -> {
        Reply told = reply.join();
        assertThat(told.status()).as(what + ": " + told.response().body()).isEqualTo(503);
        assertThat(told.text("code")).as(what).isIn("ledger-unavailable", "outcome-unknown");
        assertThat(told.header("Retry-After")).as(what).isNotEmpty();
        assertThat(told.response().body()).doesNotContain("Exception", "jdbc", "HikariPool");
      });
      assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(SOON);

      PathId pathId = new PathId(path.text("id"));
      Routes routes = node.bean(Routes.class);
      assertThatCode(() -> routes.stored(pathId, node.bean(Ledger.class).knownHead() + 1))
          .as("what is stored is not reported as failed")
          .doesNotThrowAnyException();

      cable.mend();
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> floor.advance(unread).send().status() == 200);
      floor.advance(remembered).send().is(200);
      assertThat(Floor.numbers(floor.issue(path, 2).send().is(201))).hasSize(2);
      assertThat(node.bean(Ledger.class).verify().brokenAt()).isNull();
    }
  }
}
