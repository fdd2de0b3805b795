package jobtrail.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jobtrail.command.Floor;
import jobtrail.command.Node;
import jobtrail.command.Reply;
import jobtrail.events.path.PathId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A node that hears nothing of what others do to paths, unless it asks. */
class LaggingNodeTest {

  private static final Node LAGGING = new Node(Node.database());
  private final Floor floor = new Floor(Node.first());
  private final Floor late = new Floor(LAGGING);

  @BeforeAll
  static void stopFollowing() {
    LAGGING.bean(RouteFollower.class).close();
  }

  @AfterAll
  static void close() {
    LAGGING.close();
  }

  /** A path that the lagging node has in memory. */
  private Reply knownPath(String... steps) {
    Reply path = floor.path(floor.job(), steps);
    assertThat(LAGGING.bean(Routes.class).of(new PathId(path.text("id")))).isPresent();
    return path;
  }

  private Reply plan(Reply path, String steps) {
    return Node.first()
        .to("PUT", "/api/paths/" + path.text("id"))
        .json("{'steps':" + steps + "}")
        .send()
        .is(200);
  }

  @Test
  void a_caller_who_has_seen_the_new_plan_is_served_by_it() {
    Reply path = knownPath("Cut");
    String[] serials = {floor.serial(path), floor.serial(path)};
    Reply planned = plan(path, "[{'name':'Cut'},{'name':'Fold'}]");

    Reply unaware = late.advance(serials[0]).send().is(200);
    Reply aware =
        late.advance(serials[1])
            .with("Ledger-Position", Long.toString(planned.position()))
            .send()
            .is(200);

    assertThat(unaware.text("status")).as("by the old plan").isEqualTo("completed");
    assertThat(aware.text("status")).as("by the new plan").isEqualTo("in_progress");
    assertThat(aware.json().path("currentStepIndex").asInt()).isEqualTo(1);
  }

  @Test
  void a_serial_on_a_step_this_node_never_heard_of_moves_on() {
    Reply path = knownPath("Cut");
    String serial = floor.serial(path);
    plan(path, "[{'name':'Cut'},{'name':'Fold'},{'name':'Pack'}]");
    floor.advance(serial).send().is(200);

    Reply moved = late.advance(serial).send().is(200);

    assertThat(moved.json().path("currentStepIndex").asInt()).isEqualTo(2);
  }

  @Test
  void no_serial_is_ruled_by_an_older_plan_than_before() {
    Reply path = knownPath("Cut", "Fold", "Pack");
    List<String> steps = Floor.steps(path);
    String serial = floor.serial(path);
    floor.plan(path.text("id"), List.of(steps.get(0), steps.get(2), steps.get(1))).send().is(200);
    floor.advance(serial).send().is(200);

    Reply moved = late.advance(serial).send().is(200);

    assertThat(moved.text("status")).as("behind Pack comes Fold now").isEqualTo("in_progress");
  }

  @Test
  void a_serial_that_still_lands_on_a_retired_step_can_leave_it() {
    Reply path = knownPath("Cut", "Fold", "Pack");
    List<String> steps = Floor.steps(path);
    String serial = floor.serial(path);
    floor.plan(path.text("id"), List.of(steps.get(0), steps.get(2))).send().is(200);

    Reply landed = late.advance(serial).send().is(200);
    assertThat(landed.header("ETag")).isEqualTo("\"1\"");
    Reply left = floor.advance(serial).send().is(200);

    assertThat(left.text("status")).as("on Pack, not done").isEqualTo("in_progress");
    assertThat(left.json().path("currentStepIndex").asInt()).isEqualTo(1);
    assertThat(floor.advance(serial).send().is(200).text("status")).isEqualTo("completed");
  }

  @Test
  void a_path_that_was_deleted_elsewhere_gets_no_serials() {
    Reply path = knownPath("Cut");
    Node.first().to("DELETE", "/api/paths/" + path.text("id")).send().is(200);
    long head = LAGGING.head();

    late.issue(path, 5).send().isProblem(404, "path-not-found");

    assertThat(LAGGING.head()).isEqualTo(head);
  }

  @Test
  void a_path_that_got_serials_elsewhere_gets_more() {
    Reply path = knownPath("Cut");
    floor.serial(path);

    late.issue(path, 5).send().is(201);
  }

  @Test
  void a_position_beyond_the_end_is_no_reason_to_wait_or_fail() {
    String serial = floor.serial(knownPath("Cut"));

    late.advance(serial).with("Ledger-Position", Long.toString(Long.MAX_VALUE)).send().is(200);
  }
}
