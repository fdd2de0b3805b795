package jobtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jobtrail.events.DomainEvent;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.ledger.DatabaseAddress;
import jobtrail.query.platform.FreshViews;
import org.junit.jupiter.api.Test;

/** A view reads on from its segment that is least far; the others have some of that already. */
class EachEventCountsOnceTest {

  private static final String PATIENCE = "jobtrail.views.patience=30s";

  private final DatabaseAddress address = FreshViews.database();

  @Test
  void when_the_segment_of_other_jobs_has_to_start_over() {
    PathCreated path = Shop.pathCreated("once", "once", 10, "cut", "fold");
    List<DomainEvent> serials = Shop.serialsCreated(path, 1, 5);
    try (Node node = new Node(address, PATIENCE)) {
      node.append(Shop.jobCreated("once", 10));
      node.append(path);
      node.append(serials.subList(0, 4));
      assertThat(counted(node)).isEqualTo(3);
    }
    int others = 1 - (path.jobId().value().hashCode() & 1);
    Database.execute(
        address,
        "update views.token set token = null, token_type = null where processor = 'job-progress' and segment = "
            + others);
    try (Node node = new Node(address, PATIENCE)) {
      node.append(serials.subList(4, 6));
      assertThat(counted(node)).isEqualTo(5);
    }
  }

  private static long counted(Node node) {
    return node.getNow("/api/jobs/" + Shop.job("once"))
        .json()
        .path("progress")
        .path("totalSerials")
        .longValue();
  }
}
