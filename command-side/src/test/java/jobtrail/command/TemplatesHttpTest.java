package jobtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Templates are written down, changed, deleted, and paths are laid out from them. */
class TemplatesHttpTest {

  private static final String STEPS =
      "[{'name':' Cut ','location':'Hall 1','optional':true,'dependencyType':'completion_gate'},"
          + "{'name':'Fold'}]";

  private final Node node = Node.first();
  private final Floor floor = new Floor(node);

  private Reply template() {
    return node.to("POST", "/api/templates")
        .json("{'name':' Housing ','steps':" + STEPS + "}")
        .send()
        .is(201);
  }

  private Request change(Reply template, String body) {
    return node.to("PUT", "/api/templates/" + template.text("id")).json(body);
  }

  private Request apply(Reply template, String jobId, String rest) {
    return node.to("POST", "/api/templates/" + template.text("id") + "/apply")
        .json("{'jobId':'" + jobId + "'" + rest + "}");
  }

  @Test
  void a_template_is_answered_as_it_was_asked_for() {
    long before = node.head();

    Reply reply = template();

    assertThat(reply.json().propertyNames())
        .containsExactly("id", "name", "steps", "createdAt", "updatedAt");
    assertThat(reply.text("id")).matches("tmpl_[A-Za-z0-9_-]{12}");
    assertThat(reply.header("Location")).isEqualTo("/api/templates/" + reply.text("id"));
    assertThat(reply.text("name")).isEqualTo("Housing");
    assertThat(reply.json().path("steps").toString())
        .isEqualTo(
            ("[{'name':'Cut','order':0,'location':'Hall 1','optional':true,"
                    + "'dependencyType':'completion_gate'},"
                    + "{'name':'Fold','order':1,'optional':false,'dependencyType':'physical'}]")
                .replace('\'', '"'));
    assertThat(reply.header("ETag")).isEqualTo("\"0\"");
    assertThat(reply.position()).isEqualTo(before + 1);
  }

  @Test
  void a_change_replaces_all_steps_and_nothing_given_changes_nothing() {
    Reply made = template();

    Reply reply = change(made, "{'name':'Case','steps':[{'name':'Print'}]}").send().is(200);

    assertThat(reply.text("name")).isEqualTo("Case");
    assertThat(reply.json().path("steps")).hasSize(1);
    assertThat(reply.text("createdAt")).isEqualTo(made.text("createdAt"));
    assertThat(reply.header("ETag")).isEqualTo("\"2\"");
    assertThat(change(reply, "{}").send().is(200).response().body())
        .isEqualTo(reply.response().body());
    change(made, "{'name':'x'}").with("If-Match", "\"0\"").send().isProblem(412, "stale-version");
  }

  @Test
  void a_deleted_template_is_gone_and_its_paths_stay() {
    Reply made = template();
    Reply path = apply(made, floor.job(), ",'goalQuantity':3").send().is(201);
    String address = "/api/templates/" + made.text("id");

    Reply reply = node.to("DELETE", address).send().is(200);

    assertThat(reply.response().body()).isEqualTo("{\"success\":true}");
    long before = node.head();
    node.to("DELETE", address).send().isProblem(404, "template-not-found");
    change(made, "{'name':'x'}").send().isProblem(404, "template-not-found");
    apply(made, path.text("jobId"), ",'goalQuantity':3")
        .send()
        .isProblem(404, "template-not-found");
    assertThat(node.head()).isEqualTo(before);
    floor.issue(path, 1).send().is(201);
  }

  @Test
  void a_path_is_laid_out_with_a_copy_of_the_steps() {
    Reply made = template();
    String job = floor.job();

    Reply path = apply(made, job, ",'goalQuantity':3").send().is(201);

    assertThat(path.header("Location")).isEqualTo("/api/paths/" + path.text("id"));
    assertThat(path.text("jobId")).isEqualTo(job);
    assertThat(path.text("name")).isEqualTo("Housing");
    assertThat(path.json().path("goalQuantity").asInt()).isEqualTo(3);
    assertThat(path.text("advancementMode")).isEqualTo("strict");
    assertThat(path.json().path("steps").get(0).toString())
        .matches(
            "\\{\"id\":\"step_[\\w-]{12}\",\"name\":\"Cut\",\"order\":0,\"location\":\"Hall 1\","
                + "\"optional\":true,\"dependencyType\":\"completion_gate\"}");
    assertThat(path.json().path("steps").get(1).path("dependencyType").asString())
        .isEqualTo("physical");
    assertThat(path.header("ETag")).isEqualTo("\"0\"");

    Reply again = apply(made, job, ",'goalQuantity':1,'pathName':' Side '").send().is(201);
    assertThat(again.text("name")).isEqualTo("Side");
    assertThat(Floor.steps(again)).doesNotContainAnyElementsOf(Floor.steps(path));
  }

  /** Invariant 21. */
  @Test
  void a_template_and_the_paths_laid_out_from_it_are_independent_both_ways() {
    Reply made = template();
    Reply path = apply(made, floor.job(), ",'goalQuantity':3").send().is(201);
    List<String> steps = Floor.steps(path);

    node.to("PATCH", "/api/steps/" + steps.getFirst() + "/config")
        .json("{'optional':false}")
        .send()
        .is(200);
    assertThat(change(made, "{}").send().is(200).response().body())
        .isEqualTo(made.response().body());

    change(made, "{'name':'Case','steps':[{'name':'Print'}]}").send().is(200);
    Reply same = node.to("PUT", "/api/paths/" + path.text("id")).json("{}").send().is(200);
    assertThat(Floor.steps(same)).isEqualTo(steps);
    assertThat(same.text("name")).isEqualTo("Housing");
    assertThat(same.json().path("steps").get(0).path("dependencyType").asString())
        .isEqualTo("completion_gate");
  }
}
