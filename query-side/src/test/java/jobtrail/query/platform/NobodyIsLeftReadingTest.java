package jobtrail.query.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import jobtrail.query.Node;
import jobtrail.query.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a question ends, and whichever way it goes: a view can be emptied after it. */
class NobodyIsLeftReadingTest {

  private static Node node;

  @BeforeAll
  static void start() {
    node = new Node(FreshViews.database());
    node.append(Shop.jobCreated("read", 1));
    node.getNow("/api/jobs/job_read");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/jobs/job_read,           0,      200",
    "/api/jobs/job_read?long=way,  0,      200",
    "/api/jobs/unknown,            0,      404",
    "/api/jobs/unknown?long=way,   0,      404",
    "/api/jobs/job_read,           x,      400",
    "/api/jobs/job_read?long=way,  x,      400",
    "/api/jobs/job_read,           999999, 503",
    "/api/jobs/job_read?long=way,  999999, 503"
  })
  void after_an_answer_of_any_kind(String address, String seen, int status) {
    assertThat(node.get(address, "Ledger-Position", seen).status()).isEqualTo(status);

    // The answer may be here before its writer has let go.
    await()
        .atMost(Duration.ofSeconds(5))
        .until(
            () -> node.bean(Positions.class).reading().toString(),
            lock -> lock.endsWith("[Read locks = 0]"));
  }
}
