package jobtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who sees to a step and what it asks of serials, said of the step alone. */
class StepsHttpTest {

  private final Node node = Node.first();
  private final Floor floor = new Floor(node);
  private final Reply path = floor.path(floor.job(), "Cut", "Fold");
  private final String fold = Floor.steps(path).get(1);

  private Request assign(String stepId, String user) {
    return node.to("PATCH", "/api/steps/" + stepId + "/assign").json("{'userId':" + user + "}");
  }

  private Request configure(String stepId, String body) {
    return node.to("PATCH", "/api/steps/" + stepId + "/config").json(body);
  }

  private String user() {
    return node.to("POST", "/api/users").json("{'name':'Olga'}").send().is(201).text("id");
  }

  @Test
  void a_step_is_answered_with_whom_it_is_assigned_to() {
    String olga = user();
    long before = node.head();

    Reply reply = assign(fold, "'" + olga + "'").send().is(200);

    assertThat(reply.response().body())
        .isEqualTo(
            ("{'id':'%s','name':'Fold','order':1,'assignedTo':'%s','optional':false,"
                    + "'dependencyType':'preferred'}")
                .formatted(fold, olga)
                .replace('\'', '"'));
    assertThat(reply.header("ETag")).isEqualTo("\"1\"");
    assertThat(reply.position()).isEqualTo(before + 1);
    assertThat(assign(fold, "'" + olga + "'").send().is(200).header("ETag")).isEqualTo("\"1\"");
    assertThat(node.head()).isEqualTo(before + 1);

    Reply cleared = assign(fold, "null").send().is(200);
    assertThat(cleared.json().has("assignedTo")).isFalse();
    assertThat(cleared.header("ETag")).isEqualTo("\"2\"");
  }

  @Test
  void an_assignment_outlives_every_change_of_the_path() {
    String olga = user();
    assign(fold, "'" + olga + "'").send().is(200);

    Reply turned = floor.plan(path.text("id"), Floor.steps(path).reversed()).send().is(200);
    assertThat(turned.json().path("steps").get(0).path("assignedTo").asString()).isEqualTo(olga);

    floor.plan(path.text("id"), Floor.steps(path).subList(0, 1)).send().is(200);
    assign(fold, "null").send().isProblem(409, "step-retired");
    Reply back = floor.plan(path.text("id"), Floor.steps(path)).send().is(200);
    assertThat(back.json().path("steps").get(1).path("assignedTo").asString()).isEqualTo(olga);
  }

  @Test
  void a_user_who_is_unknown_or_works_here_no_longer_sees_to_nothing() {
    String olga = user();
    node.to("PUT", "/api/users/" + olga).json("{'active':false}").send().is(200);
    long before = node.head();

    Reply inactive = assign(fold, "'" + olga + "'").send().isProblem(400, "user-inactive");
    assertThat(inactive.fields()).containsExactly("userId");
    for (String unknown : List.of("user_nobody", "Olga")) {
      Reply reply = assign(fold, "'" + unknown + "'").send().isProblem(400, "user-unknown");
      assertThat(reply.fields()).containsExactly("userId");
    }
    assertThat(node.head()).isEqualTo(before);

    node.to("PUT", "/api/users/" + olga).json("{'active':true}").send().is(200);
    assign(fold, "'" + olga + "'").send().is(200);
  }

  @Test
  void what_a_step_asks_changes_for_the_moves_to_come_on_every_node() {
    floor.serial(path);
    long before = node.head();

    Reply reply =
        configure(fold, "{'optional':true,'dependencyType':'completion_gate'}").send().is(200);

    assertThat(reply.json().path("optional").asBoolean()).isTrue();
    assertThat(reply.text("dependencyType")).isEqualTo("completion_gate");
    assertThat(reply.header("ETag")).isEqualTo("\"2\"");
    assertThat(node.head()).isEqualTo(before + 1);
    configure(fold, "{'optional':true}").send().is(200);
    assertThat(node.head()).isEqualTo(before + 1);
    Reply elsewhere =
        Node.second()
            .to("PATCH", "/api/steps/" + fold + "/config")
            .json("{'dependencyType':'physical'}")
            .send()
            .is(200);
    assertThat(elsewhere.json().path("optional").asBoolean()).isTrue();
    assertThat(elsewhere.header("ETag")).isEqualTo("\"3\"");
  }

  @Test
  void a_step_changes_only_in_the_version_of_its_path_that_was_seen() {
    configure(fold, "{'optional':true}").with("If-Match", "\"7\"").send().is(412);
    configure(fold, "{'optional':true}").with("If-Match", "\"0\"").send().is(200);
    assign(fold, "null").with("If-Match", "\"0\"").send().isProblem(412, "stale-version");
  }

  @Test
  void the_steps_of_a_deleted_path_are_gone_with_it() {
    node.to("DELETE", "/api/paths/" + path.text("id")).send().is(200);

    assign(fold, "null").send().isProblem(404, "step-not-found");
    configure(fold, "{'optional':true}").send().isProblem(404, "step-not-found");
  }
}
