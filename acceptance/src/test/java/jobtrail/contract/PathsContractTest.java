package jobtrail.contract;

import static org.assertj.core.api.Assertions.assertThat;

import jobtrail.stories.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(OpenShop.ALONE)
class PathsContractTest {

  @RegisterExtension static final OpenShop SHOP = new OpenShop();

  @Test
  void a_path_is_strict_and_its_steps_required_unless_something_else_is_said() {
    String job = SHOP.job();
    Http.Reply created =
        SHOP.post(
            "/api/paths",
            """
            {jobId: '%s', name: ' Main ', goalQuantity: 5, steps: [{name: 'Cut', location: 'Hall 1'},
             {name: 'Paint', optional: true, dependencyType: 'physical'}]}
            """
                .formatted(job));
    Told.is(
        201,
        """
        {id: '<path>', jobId: '%s', name: 'Main', goalQuantity: 5, advancementMode: 'strict',
         steps: [{id: '<step>', name: 'Cut', order: 0, location: 'Hall 1', optional: false,
          dependencyType: 'preferred'},
          {id: '<step>', name: 'Paint', order: 1, optional: true, dependencyType: 'physical'}],
         createdAt: '<time>', updatedAt: '<time>'}
        """
            .formatted(job),
        created);
    assertThat(created.header("Location")).isEqualTo("/api/paths/" + created.text("/id"));
  }

  @Test
  void a_path_needs_a_job_a_name_a_goal_and_steps() {
    String job = SHOP.job();
    Told.refused(
        404,
        "job-not-found",
        "Job not found: job_none",
        create("job_none", "A", "1", "{name: 'Cut'}"));
    Told.invalid("name", "cannot be empty", create(job, " ", "1", "{name: 'Cut'}"));
    Told.invalid("goalQuantity", "must be greater than 0", create(job, "A", "0", "{name: 'Cut'}"));
    Told.invalid(
        "goalQuantity", "must be a whole number", create(job, "A", "1.5", "{name: 'Cut'}"));
    Told.invalid("steps", "must have 1 to 1000 items", create(job, "A", "1", ""));
    Told.invalid("steps[0].name", "is required", create(job, "A", "1", "{}"));
    Told.invalid("steps[0].name", "cannot be empty", create(job, "A", "1", "{name: ' '}"));
    Told.invalid(
        "steps[0].dependencyType",
        "must be one of: physical, preferred, completion_gate",
        create(job, "A", "1", "{name: 'Cut', dependencyType: 'hard'}"));
  }

  @Test
  void a_path_tells_where_its_serials_stand() {
    Http.Reply path = SHOP.path(SHOP.job(), "strict", "Cut", "{name: 'Fold', location: 'Hall 2'}");
    String[] serials = SHOP.serials(path, 4);
    SHOP.post("/api/serials/" + serials[0] + "/advance", "{}").expect(200);
    SHOP.post("/api/serials/" + serials[0] + "/advance", "{}").expect(200);
    SHOP.post("/api/serials/" + serials[1] + "/advance", "{}").expect(200);
    SHOP.post("/api/serials/" + serials[2] + "/scrap", "{reason: 'damaged'}").expect(200);
    Told.is(
        200,
        """
        {id: '%1$s', jobId: '%2$s', name: 'Main', goalQuantity: 10, advancementMode: 'strict',
         steps: [{id: '%3$s', name: 'Cut', order: 0, optional: false, dependencyType: 'preferred'},
          {id: '%4$s', name: 'Fold', order: 1, location: 'Hall 2', optional: false,
           dependencyType: 'preferred'}], createdAt: '<time>', updatedAt: '<time>',
         distribution: [{stepId: '%3$s', stepName: 'Cut', stepOrder: 0, serialCount: 1,
           completedCount: 1, doneCount: 2, isBottleneck: true},
          {stepId: '%4$s', stepName: 'Fold', stepOrder: 1, location: 'Hall 2', serialCount: 1,
           completedCount: 1, doneCount: 1, isBottleneck: true}]}
        """
            .formatted(
                path.text("/id"),
                path.text("/jobId"),
                path.text("/steps/0/id"),
                path.text("/steps/1/id")),
        SHOP.get("/api/paths/" + path.text("/id")));
  }

  @Test
  void a_changed_path_keeps_the_steps_it_still_names_and_their_serials_where_they_stand() {
    Http.Reply path = SHOP.path(SHOP.job(), "strict", "Cut", "Fold");
    String serial = SHOP.serial(path);
    SHOP.post("/api/serials/" + serial + "/advance", "{}").expect(200);
    Told.is(
        200,
        """
        {id: '%s', jobId: '%s', name: 'Second', goalQuantity: 7, advancementMode: 'flexible',
         steps: [{id: '%s', name: 'Cut', order: 0, optional: false, dependencyType: 'preferred'},
          {id: '<step>', name: 'Deburr', order: 1, optional: false, dependencyType: 'preferred'},
          {id: '%s', name: 'Fold', order: 2, optional: false, dependencyType: 'preferred'}],
         createdAt: '<time>', updatedAt: '<time>'}
        """
            .formatted(
                path.text("/id"),
                path.text("/jobId"),
                path.text("/steps/0/id"),
                path.text("/steps/1/id")),
        SHOP.put(
            "/api/paths/" + path.text("/id"),
            """
            {name: 'Second', goalQuantity: 7, advancementMode: 'flexible', jobId: 'job_other',
             steps: [{name: 'Cut'}, {name: 'Deburr'}, {name: 'Fold'}]}
            """));
    assertThat(SHOP.get("/api/serials/" + serial).text("/currentStepIndex")).isEqualTo("2");
    Told.refused(
        409,
        "step-in-use",
        "Serials stand on step Fold, or owe it (%s)".formatted(path.text("/steps/1/id")),
        SHOP.put("/api/paths/" + path.text("/id"), "{steps: [{name: 'Cut'}]}"));
  }

  @Test
  void a_path_that_serials_were_issued_to_stays_and_another_can_be_deleted() {
    Http.Reply path = SHOP.path(SHOP.job(), "strict", "Cut");
    SHOP.serial(path);
    Told.refused(
        400,
        "path-has-serials",
        "Path has serials and cannot be deleted: " + path.text("/id"),
        SHOP.delete("/api/paths/" + path.text("/id")));
    String spare = SHOP.path(path.text("/jobId"), "strict", "Cut").text("/id");
    Told.is(200, "{success: true}", SHOP.delete("/api/paths/" + spare));
    String unknown = "Path not found: " + spare;
    Told.refused(404, "path-not-found", unknown, SHOP.get("/api/paths/" + spare));
    Told.refused(404, "path-not-found", unknown, SHOP.delete("/api/paths/" + spare));
    Told.refused(404, "path-not-found", unknown, SHOP.put("/api/paths/" + spare, "{name: ''}"));
  }

  @Test
  void the_mode_is_one_of_three() {
    Http.Reply path = SHOP.path(SHOP.job(), "strict", "Cut");
    String mode = "/api/paths/" + path.text("/id") + "/advancement-mode";
    Told.is(
        200,
        """
        {id: '%s', jobId: '%s', name: 'Main', goalQuantity: 10, advancementMode: 'per_step',
         steps: [{id: '<step>', name: 'Cut', order: 0, optional: false, dependencyType: 'preferred'}],
         createdAt: '<time>', updatedAt: '<time>'}
        """
            .formatted(path.text("/id"), path.text("/jobId")),
        SHOP.patch(mode, "{advancementMode: 'per_step'}"));
    Told.invalid(
        "advancementMode",
        "must be one of: strict, flexible, per_step",
        SHOP.patch(mode, "{advancementMode: 'loose'}"));
    Told.invalid("advancementMode", "is required", SHOP.patch(mode, "{}"));
    Told.refused(
        404,
        "path-not-found",
        "Path not found: path_none",
        SHOP.patch("/api/paths/path_none/advancement-mode", "{}"));
  }

  private static Http.Reply create(String job, String name, String goal, String steps) {
    return SHOP.post(
        "/api/paths",
        "{jobId: '%s', name: '%s', goalQuantity: %s, steps: [%s]}"
            .formatted(job, name, goal, steps));
  }
}
