package jobtrail.contract;

import static org.assertj.core.api.Assertions.assertThat;

import jobtrail.stories.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(OpenShop.ALONE)
class JobsContractTest {

  private static final String NAME_ONLY =
      "{id: '%s', name: '%s', goalQuantity: %d, tags: [], status: 'open', priority: %s,"
          + " active: true, itemsTotal: 0, itemsReady: 0, itemsPercentReady: 0.0, itemCounts: {},"
          + " createdAt: '<time>', updatedAt: '<time>'}";

  @RegisterExtension static final OpenShop SHOP = new OpenShop();

  @Test
  void a_created_job_is_answered_whole_with_all_that_was_said_of_its_ticket() {
    Http.Reply created =
        SHOP.post(
            "/api/jobs",
            """
            {name: ' Housings ', goalQuantity: 10, jiraTicketKey: 'PI-1', jiraTicketSummary: 'Housing',
             jiraPartNumber: '1234567-001', jiraPriority: 'High', jiraEpicLink: 'PI-0',
             jiraLabels: ['rush', 'export']}
            """);
    Told.is(
        201,
        """
        {id: '<job>', name: 'Housings', goalQuantity: 10, jiraTicketKey: 'PI-1',
         jiraTicketSummary: 'Housing', jiraPartNumber: '1234567-001', jiraPriority: 'High',
         jiraEpicLink: 'PI-0', jiraLabels: ['rush', 'export'], tags: [], status: 'open',
         createdAt: '<time>', updatedAt: '<time>'}
        """,
        created);
    assertThat(created.header("Location")).isEqualTo("/api/jobs/" + created.text("/id"));
    assertThat(created.text("/updatedAt")).isEqualTo(created.text("/createdAt"));
    assertThat(SHOP.get("/api/jobs/" + created.text("/id")).text("/jiraLabels/1"))
        .isEqualTo("export");
  }

  @Test
  void a_job_needs_a_name_and_a_positive_whole_goal() {
    Told.invalid("name", "is required", create("{goalQuantity: 1}"));
    Told.invalid("name", "cannot be empty", create("{name: '  ', goalQuantity: 1}"));
    Told.invalid("goalQuantity", "is required", create("{name: 'A'}"));
    Told.invalid("goalQuantity", "must be greater than 0", create("{name: 'A', goalQuantity: 0}"));
    Told.invalid("goalQuantity", "must be greater than 0", create("{name: 'A', goalQuantity: -3}"));
    Told.invalid(
        "goalQuantity", "must be a whole number", create("{name: 'A', goalQuantity: 1.5}"));
    Told.invalid("goalQuantity", "must be a number", create("{name: 'A', goalQuantity: '5'}"));
  }

  @Test
  void two_jobs_may_have_one_name_and_the_newest_is_listed_first() {
    String first = SHOP.job();
    String second = SHOP.job();
    Http.Reply two = SHOP.get("/api/jobs?limit=2");
    Told.is(
        200,
        "[%s, %s]"
            .formatted(
                NAME_ONLY.formatted(second, "Housings", 10, two.json().at("/0/priority")),
                NAME_ONLY.formatted(first, "Housings", 10, two.json().at("/1/priority"))),
        two);
    assertThat(two.json().at("/0/priority").asInt())
        .isEqualTo(two.json().at("/1/priority").asInt() + 1);
    assertThat(two.header("Link")).contains("rel=\"next\"");
  }

  @Test
  void a_job_without_paths_has_an_empty_list_of_them_and_no_progress() {
    String job = SHOP.job();
    Http.Reply one = SHOP.get("/api/jobs/" + job);
    Told.is(
        200,
        """
        {id: '%s', name: 'Housings', goalQuantity: 10, tags: [], status: 'open', priority: %s,
         active: true, itemsTotal: 0, itemsReady: 0, itemsPercentReady: 0.0, itemCounts: {},
         createdAt: '<time>', updatedAt: '<time>', paths: [],
         progress: {totalGoal: 0, totalCompleted: 0, percentComplete: 0.0, pathProgress: [],
          jobId: '%s', jobName: 'Housings', goalQuantity: 10, totalSerials: 0, completedSerials: 0,
          inProgressSerials: 0, scrappedSerials: 0, producedQuantity: 0, orderedQuantity: 10,
          progressPercent: 0.0, shortfall: 10}}
        """
            .formatted(job, one.json().get("priority"), job),
        one);
  }

  @Test
  void progress_is_told_per_path_as_documented_and_counted_less_what_was_scrapped() {
    String job =
        SHOP.post("/api/jobs", "{name: 'Brackets', goalQuantity: 4}").expect(201).text("/id");
    Http.Reply path = SHOP.path(job, "strict", "Cut");
    String[] serials = SHOP.serials(path, 3);
    SHOP.post("/api/serials/" + serials[0] + "/advance", "{userId: 'olga'}").expect(200);
    SHOP.post("/api/serials/" + serials[1] + "/scrap", "{reason: 'damaged', userId: 'olga'}")
        .expect(200);
    Http.Reply one = SHOP.get("/api/jobs/" + job);
    Told.is(
        200,
        """
        {id: '%1$s', name: 'Brackets', goalQuantity: 4, tags: [], status: 'open', priority: %2$s,
         active: true, itemsTotal: 0, itemsReady: 0, itemsPercentReady: 0.0, itemCounts: {},
         createdAt: '<time>', updatedAt: '<time>',
         paths: [{id: '%3$s', jobId: '%1$s', name: 'Main', goalQuantity: 10,
          advancementMode: 'strict', steps: [{id: '<step>', name: 'Cut', order: 0, optional: false,
           dependencyType: 'preferred'}], createdAt: '<time>', updatedAt: '<time>'}],
         progress: {totalGoal: 10, totalCompleted: 1, percentComplete: 10.0,
          pathProgress: [{pathId: '%3$s', pathName: 'Main', goal: 10, completed: 1,
           percentComplete: 10.0, shortfall: 9}],
          jobId: '%1$s', jobName: 'Brackets', goalQuantity: 4, totalSerials: 3, completedSerials: 1,
          inProgressSerials: 1, scrappedSerials: 1, producedQuantity: 3, orderedQuantity: 4,
          progressPercent: 33.33333333333333, shortfall: 9}}
        """
            .formatted(job, one.json().get("priority"), path.text("/id")),
        one);
  }

  @Test
  void a_job_is_changed_in_what_is_given_and_an_empty_change_is_none() {
    String job = SHOP.job();
    Http.Reply named = SHOP.put("/api/jobs/" + job, "{name: ' Lids ', jiraTicketKey: 'PI-9'}");
    Told.is(
        200,
        "{id: '%s', name: 'Lids', goalQuantity: 10, tags: [], createdAt: '<time>', updatedAt: '<time>'}"
            .formatted(job),
        named);
    Http.Reply same = SHOP.put("/api/jobs/" + job, "{}").expect(200);
    assertThat(same.body()).isEqualTo(named.body());
    assertThat(same.header("ETag")).isEqualTo(named.header("ETag")).isEqualTo("\"1\"");
    assertThat(SHOP.put("/api/jobs/" + job, "{goalQuantity: 12}").text("/goalQuantity"))
        .isEqualTo("12");
    assertThat(SHOP.get("/api/jobs/" + job).json().has("jiraTicketKey")).isFalse();
  }

  @Test
  void an_unknown_job_is_told_before_what_is_wrong_with_its_change() {
    Told.refused(404, "job-not-found", "Job not found: job_none", SHOP.get("/api/jobs/job_none"));
    Told.refused(
        404,
        "job-not-found",
        "Job not found: job_none",
        SHOP.put("/api/jobs/job_none", "{name: '', goalQuantity: 0}"));
    String job = SHOP.job();
    Told.invalid("name", "cannot be empty", SHOP.put("/api/jobs/" + job, "{name: ' '}"));
    Told.invalid(
        "goalQuantity",
        "must be greater than 0",
        SHOP.put("/api/jobs/" + job, "{goalQuantity: 0}"));
  }

  private static Http.Reply create(String slack) {
    return SHOP.post("/api/jobs", slack);
  }
}
