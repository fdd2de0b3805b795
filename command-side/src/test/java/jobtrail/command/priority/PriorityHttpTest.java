package jobtrail.command.priority;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import jobtrail.command.Floor;
import jobtrail.command.Node;
import jobtrail.command.Reply;
import jobtrail.ledger.DatabaseAddress;
import jobtrail.ledger.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Putting jobs in order on two nodes, in a shop of their own since all its jobs count. */
class PriorityHttpTest {

  private static final DatabaseAddress DATABASE = TestPostgres.freshDatabase();
  private static final Node NODE = new Node(DATABASE);
  private static final Node OTHER = new Node(DATABASE);

  @AfterAll
  static void close() {
    OTHER.close();
    NODE.close();
  }

  private static Reply put(Node node, List<String> jobs) {
    String ids = jobs.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
    return node.to("PATCH", "/api/jobs/priorities").json("{'jobIds':[" + ids + "]}").send();
  }

  private static List<String> difference(Reply refused, String kind) {
    return refused
        .isProblem(400, "not-the-open-jobs")
        .json()
        .path("difference")
        .path(kind)
        .valueStream()
        .map(id -> id.asString())
        .toList();
  }

  @Test
  void a_day_of_orders() {
    Floor floor = new Floor(NODE);
    Floor elsewhere = new Floor(OTHER);
    List<String> jobs = new ArrayList<>(List.of(floor.job(), elsewhere.job(), floor.job()));

    Reply set = put(NODE, jobs.reversed()).is(200);
    assertThat(set.header("ETag")).isEqualTo("\"0\"");
    assertThat(set.position()).isEqualTo(NODE.head());
    assertThat(set.json().toString())
        .isEqualTo(
            "[{\"id\":\"%s\",\"priority\":1},{\"id\":\"%s\",\"priority\":2},{\"id\":\"%s\",\"priority\":3}]"
                .formatted(jobs.get(2), jobs.get(1), jobs.get(0)));

    long head = NODE.head();
    assertThat(put(OTHER, jobs.reversed()).is(200).header("ETag")).isEqualTo("\"0\"");
    assertThat(NODE.head()).isEqualTo(head);
    assertThat(put(OTHER, jobs).is(200).header("ETag")).isEqualTo("\"1\"");
    assertThat(put(NODE, jobs.reversed()).is(200).header("ETag")).isEqualTo("\"2\"");

    String late = elsewhere.job();
    assertThat(difference(put(NODE, jobs), "missing")).containsExactly(late);
    jobs.add(late);
    put(NODE, jobs).is(200);

    // Five units are wanted of the path; the fifth completes the job.
    Reply path = floor.path(jobs.getFirst(), "Cut");
    List<String> serials = Floor.numbers(floor.issue(path, 6).send().is(201));
    serials.subList(0, 4).forEach(serial -> floor.advance(serial).send().is(200));
    put(OTHER, jobs).is(200);
    elsewhere.advance(serials.get(4)).send().is(200);
    head = NODE.head();
    assertThat(difference(put(NODE, jobs), "completed")).containsExactly(jobs.getFirst());
    assertThat(NODE.head()).isEqualTo(head);
    put(NODE, jobs.subList(1, 4)).is(200);

    // More are wanted: it is open again, until a sixth is done.
    NODE.to("PUT", "/api/paths/" + path.text("id")).json("{'goalQuantity':6}").send().is(200);
    assertThat(difference(put(OTHER, jobs.subList(1, 4)), "missing"))
        .containsExactly(jobs.getFirst());
    floor.advance(serials.get(5)).send().is(200);
    put(NODE, jobs.subList(1, 4)).is(200);

    // A path that is given up holds no job open.
    Reply spare = floor.path(jobs.getFirst(), "Cut");
    assertThat(difference(put(NODE, jobs.subList(1, 4)), "missing")).hasSize(1);
    NODE.to("DELETE", "/api/paths/" + spare.text("id")).send().is(200);
    put(OTHER, jobs.subList(1, 4)).is(200);
  }
}
