package jobtrail.contract;

import static org.assertj.core.api.Assertions.assertThat;

import jobtrail.stories.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(OpenShop.ALONE)
class TemplatesContractTest {

  private static final String UNKNOWN = "TemplateRoute not found: tmpl_none";

  @RegisterExtension static final OpenShop SHOP = new OpenShop();

  @Test
  void a_template_is_answered_with_what_was_said_of_its_steps_and_what_was_not() {
    Http.Reply created =
        SHOP.post(
            "/api/templates",
            """
            {name: ' Housing ', steps: [{name: 'Cut', location: 'Hall 1'},
             {name: 'Paint', optional: true, dependencyType: 'completion_gate'}]}
            """);
    String template =
        """
        {id: '<template>', name: 'Housing', steps: [{name: 'Cut', order: 0, location: 'Hall 1',
          optional: false, dependencyType: 'physical'},
          {name: 'Paint', order: 1, optional: true, dependencyType: 'completion_gate'}],
         createdAt: '<time>', updatedAt: '<time>'}
        """;
    Told.is(201, template, created);
    assertThat(created.header("Location")).isEqualTo("/api/templates/" + created.text("/id"));
    Told.is(200, template, SHOP.get("/api/templates/" + created.text("/id")));
    String newer = create("Lid").text("/id");
    Http.Reply listed = SHOP.get("/api/templates?limit=2");
    assertThat(listed.text("/0/id")).isEqualTo(newer);
    assertThat(listed.json().get(1)).isEqualTo(created.json());
  }

  @Test
  void a_template_needs_a_name_and_steps() {
    Told.invalid("name", "is required", SHOP.post("/api/templates", "{steps: [{name: 'Cut'}]}"));
    Told.invalid(
        "steps",
        "must have 1 to 1000 items",
        SHOP.post("/api/templates", "{name: 'A', steps: []}"));
    Told.invalid("steps", "is required", SHOP.post("/api/templates", "{name: 'A'}"));
    Told.invalid(
        "steps[0].name",
        "cannot be empty",
        SHOP.post("/api/templates", "{name: 'A', steps: [{name: ' '}]}"));
    Told.invalid(
        "steps[0].dependencyType",
        "must be one of: physical, preferred, completion_gate",
        SHOP.post("/api/templates", "{name: 'A', steps: [{name: 'B', dependencyType: 'hard'}]}"));
    for (Http.Reply unknown :
        new Http.Reply[] {
          SHOP.get("/api/templates/tmpl_none"),
          SHOP.put("/api/templates/tmpl_none", "{name: ''}"),
          SHOP.delete("/api/templates/tmpl_none"),
          SHOP.post("/api/templates/tmpl_none/apply", "{}")
        }) {
      Told.refused(404, "template-not-found", UNKNOWN, unknown);
    }
  }

  @Test
  void a_change_replaces_the_steps_and_touches_no_path() {
    String template = create("Housing").text("/id");
    String path = apply(template, SHOP.job(), "5").expect(201).text("/id");
    Told.is(
        200,
        """
        {id: '%s', name: 'Box', steps: [{name: 'Print', order: 0, optional: false,
          dependencyType: 'physical'}], createdAt: '<time>', updatedAt: '<time>'}
        """
            .formatted(template),
        SHOP.put("/api/templates/" + template, "{name: 'Box', steps: [{name: 'Print'}]}"));
    Told.invalid(
        "steps",
        "must have 1 to 1000 items",
        SHOP.put("/api/templates/" + template, "{steps: []}"));
    assertThat(SHOP.get("/api/paths/" + path).text("/steps/0/name")).isEqualTo("Cut");
    Told.is(200, "{success: true}", SHOP.delete("/api/templates/" + template));
    Told.refused(
        404,
        "template-not-found",
        "TemplateRoute not found: " + template,
        SHOP.get("/api/templates/" + template));
    assertThat(SHOP.get("/api/paths/" + path).expect(200).text("/name")).isEqualTo("Housing");
  }

  @Test
  void a_template_is_applied_as_a_strict_path_with_steps_of_its_own_as_often_as_one_likes() {
    String template = create("Housing").text("/id");
    String job = SHOP.job();
    Http.Reply path = apply(template, job, "5");
    Told.is(
        201,
        """
        {id: '<path>', jobId: '%s', name: 'Housing', goalQuantity: 5, advancementMode: 'strict',
         steps: [{id: '<step>', name: 'Cut', order: 0, optional: true,
          dependencyType: 'completion_gate'}], createdAt: '<time>', updatedAt: '<time>'}
        """
            .formatted(job),
        path);
    assertThat(path.header("Location")).isEqualTo("/api/paths/" + path.text("/id"));
    Http.Reply again =
        SHOP.post(
                "/api/templates/" + template + "/apply",
                "{jobId: '%s', goalQuantity: 1, pathName: 'Second'}".formatted(job))
            .expect(201);
    assertThat(again.text("/name")).isEqualTo("Second");
    assertThat(again.text("/steps/0/id")).isNotEqualTo(path.text("/steps/0/id"));
    Told.refused(404, "job-not-found", "Job not found: job_none", apply(template, "job_none", "5"));
    Told.invalid("goalQuantity", "must be greater than 0", apply(template, job, "0"));
  }

  private static Http.Reply create(String name) {
    return SHOP.post(
            "/api/templates",
            "{name: '%s', steps: [{name: 'Cut', optional: true, dependencyType: 'completion_gate'}]}"
                .formatted(name))
        .expect(201);
  }

  private static Http.Reply apply(String template, String job, String goal) {
    return SHOP.post(
        "/api/templates/" + template + "/apply",
        "{jobId: '%s', goalQuantity: %s}".formatted(job, goal));
  }
}
