package jobtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jobtrail.events.job.JiraTicket;
import jobtrail.events.job.JobEvent.JobCreated;
import jobtrail.events.job.JobEvent.JobCustomerChanged;
import jobtrail.events.job.JobEvent.JobRenamed;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathDeleted;
import jobtrail.events.path.PathEvent.PathStepsChanged;
import jobtrail.ledger.Appended;
import jobtrail.ledger.SubjectKeys;
import jobtrail.query.Node.Answer;
import jobtrail.query.platform.FreshViews;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is answered, in which shape, over real HTTP. */
class AnswersTest {

  private static Node node;

  @BeforeAll
  static void start() {
    node = new Node(FreshViews.database());
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Nested
  class A_job {

    @Test
    void is_answered_with_all_its_fields_and_without_absent_ones() {
      Appended appended =
          node.append(
              new JobCreated(
                  Shop.job("full"),
                  "Brackets",
                  40,
                  "INV-7",
                  "ACME",
                  Shop.contact("full", "Ada", "ada@acme.example"),
                  new JiraTicket("PI-1", "Make it", "PN-9", "High", null, List.of("a", "b"))));

      Answer answer = node.getNow("/api/jobs/job_full");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.header("ETag")).isEqualTo("\"0\"");
      assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      assertThat(Long.parseLong(answer.header("Ledger-Position")))
          .isGreaterThanOrEqualTo(appended.lastPosition());
      String at = appended.recordedAt().toString();
      JsonNode job = answer.json();
      assertThat(job.path("createdAt").stringValue()).startsWith(at.substring(0, 19)).endsWith("Z");
      assertThat(
              job.asObject()
                  .without(List.of("createdAt", "updatedAt", "progress", "priority"))
                  .toString())
          .isEqualTo(
              "{\"id\":\"job_full\",\"name\":\"Brackets\",\"goalQuantity\":40,\"reference\":\"INV-7\","
                  + "\"company\":\"ACME\",\"contact\":{\"name\":\"Ada\",\"email\":\"ada@acme.example\"},"
                  + "\"jiraTicketKey\":\"PI-1\",\"jiraTicketSummary\":\"Make it\",\"jiraPartNumber\":\"PN-9\","
                  + "\"jiraPriority\":\"High\",\"jiraLabels\":[\"a\",\"b\"],\"tags\":[],\"status\":\"open\","
                  + "\"active\":true,\"itemsTotal\":0,\"itemsReady\":0,\"itemsPercentReady\":0.0,"
                  + "\"itemCounts\":{},\"paths\":[]}");
    }

    @Test
    void without_a_goal_has_no_progress_and_owes_nothing() {
      node.append(Shop.jobCreated("nogoal", null));
      JsonNode job = node.getNow("/api/jobs/job_nogoal").json();
      assertThat(job.has("goalQuantity")).isFalse();
      assertThat(job.path("progress").path("progressPercent").doubleValue()).isZero();
      assertThat(job.path("progress").path("shortfall").longValue()).isZero();
    }

    @Test
    void follows_its_later_events() {
      node.append(
          Shop.jobCreated("later", 2),
          new JobRenamed(Shop.job("later"), "New name"),
          new JobCustomerChanged(
              Shop.job("later"), null, Shop.contact("later", "Bob", "b@x.example")));
      Answer answer = node.getNow("/api/jobs/job_later");
      assertThat(answer.header("ETag")).isEqualTo("\"2\"");
      assertThat(answer.json().path("name").stringValue()).isEqualTo("New name");
      assertThat(answer.json().path("contact").path("name").stringValue()).isEqualTo("Bob");
    }

    @Test
    void reads_as_erased_the_moment_its_contact_is() {
      node.append(
          new JobCreated(
              Shop.job("gone"),
              "Gone",
              1,
              null,
              null,
              Shop.contact("gone", "Eve", "eve@x.example"),
              null));
      assertThat(node.getNow("/api/jobs/job_gone").body()).contains("Eve");
      node.bean(SubjectKeys.class).erase("contact-of-job_gone");
      assertThat(node.get("/api/jobs/job_gone").body()).doesNotContain("Eve").contains("[erased]");
      assertThat(node.get("/api/jobs").body()).doesNotContain("eve@x.example");
    }

    @Test
    void that_nobody_knows_is_404_and_still_says_how_far_the_answer_knows() {
      for (String id : List.of("job_unknown", "nonsense", "SN-00001")) {
        Answer answer = node.get("/api/jobs/" + id);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("code").stringValue()).isEqualTo("job-not-found");
        assertThat(answer.json().path("message").stringValue()).isEqualTo("Job not found: " + id);
        assertThat(answer.header("Ledger-Position")).isNotEmpty();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
      }
    }
  }

  @Nested
  class The_list_of_jobs {

    @Test
    void leads_from_page_to_page_newest_first() {
      node.append(Shop.jobCreated("l1", 1), Shop.jobCreated("l2", 1), Shop.jobCreated("l3", 1));
      Answer first = node.getNow("/api/jobs?limit=2");
      assertThat(ids(first)).containsExactly("job_l3", "job_l2");
      String link = first.header("Link");
      assertThat(link).startsWith("</api/jobs?limit=2&cursor=").endsWith("; rel=\"next\"");
      Answer second = node.get(link.substring(1, link.indexOf('>')));
      assertThat(ids(second)).startsWith("job_l1");
    }

    @Test
    void can_be_asked_for_a_reference() {
      node.append(new JobCreated(Shop.job("ref"), "Ref", 1, "REF-1", null, null, null));
      assertThat(ids(node.getNow("/api/jobs?reference=REF-1"))).containsExactly("job_ref");
    }

    @Test
    void names_the_parameter_that_is_wrong() {
      for (String query : List.of("limit=0", "limit=x", "limit=5001", "cursor=-1", "cursor=a")) {
        Answer answer = node.get("/api/jobs?" + query);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").get(0).path("field").stringValue())
            .isEqualTo(query.split("=", -1)[0]);
      }
    }
  }

  @Nested
  class A_path {

    @Test
    void shows_where_its_serials_stand() {
      PathCreated path = Shop.pathCreated("dist", "dist", 3, "cut", "fold", "pack");
      node.append(Shop.jobCreated("dist", 3), path);
      node.append(Shop.serialsCreated(path, 101, 4));
      node.append(Shop.completed(path, 101));
      node.append(Shop.moved(path, 102, 0));
      Answer answer = node.getNow("/api/paths/path_dist");
      assertThat(answer.header("ETag")).isEqualTo("\"1\"");
      JsonNode json = answer.json();
      assertThat(json.path("steps").get(1).toString())
          .isEqualTo(
              "{\"id\":\"step_dist-fold\",\"name\":\"fold\",\"order\":1,\"optional\":false,"
                  + "\"dependencyType\":\"preferred\"}");
      assertThat(json.path("advancementMode").stringValue()).isEqualTo("strict");
      assertThat(json.path("distribution").get(0).toString())
          .isEqualTo(
              "{\"stepId\":\"step_dist-cut\",\"stepName\":\"cut\",\"stepOrder\":0,\"serialCount\":2,"
                  + "\"completedCount\":1,\"doneCount\":2,\"isBottleneck\":true}");
      assertThat(json.path("distribution").get(1).path("serialCount").longValue()).isEqualTo(1);
      assertThat(json.path("distribution").get(1).path("isBottleneck").booleanValue()).isFalse();
      assertThat(json.path("distribution").get(2).path("completedCount").longValue()).isEqualTo(1);
    }

    @Test
    void keeps_its_serials_on_their_steps_when_steps_change() {
      PathCreated path = Shop.pathCreated("re", "re", 1, "a", "b");
      node.append(Shop.jobCreated("re", 1), path);
      node.append(Shop.serialsCreated(path, 201, 1));
      node.append(Shop.moved(path, 201, 0));
      node.append(
          new PathStepsChanged(
              path.pathId(), path.jobId(), List.of(Shop.step("re", "new"), path.steps().get(1))));
      assertThat(node.getNow("/api/serials/SN-00201").json().path("currentStepIndex").intValue())
          .isEqualTo(1);
      JsonNode json = node.getNow("/api/paths/path_re").json();
      assertThat(json.path("steps").size()).isEqualTo(2);
      assertThat(json.path("distribution").get(1).path("serialCount").intValue()).isEqualTo(1);
    }

    @Test
    void that_was_deleted_is_404() {
      PathCreated path = Shop.pathCreated("del", "del", 1, "a");
      node.append(Shop.jobCreated("del", 1), path, new PathDeleted(path.pathId(), path.jobId()));
      Answer answer = node.getNow("/api/paths/path_del");
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.json().path("code").stringValue()).isEqualTo("path-not-found");
      assertThat(node.get("/api/jobs/job_del").json().path("paths").size()).isZero();
    }
  }

  @Nested
  class Serials {

    @Test
    void are_listed_with_names_in_the_order_of_creation() {
      PathCreated path = Shop.pathCreated("ser", "ser", 3, "cut", "fold");
      node.append(Shop.jobCreated("ser", 3), path);
      node.append(Shop.serialsCreated(path, 301, 3));
      node.append(Shop.completed(path, 301));
      node.append(Shop.moved(path, 302, 0));

      Answer all = node.getNow("/api/serials?jobId=job_ser");
      assertThat(ids(all)).containsExactly("SN-00301", "SN-00302", "SN-00303");
      JsonNode done = all.json().get(0);
      assertThat(done.path("jobName").stringValue()).isEqualTo("Job ser");
      assertThat(done.path("pathName").stringValue()).isEqualTo("Path ser");
      assertThat(done.path("currentStepName").stringValue()).isEqualTo("Completed");
      assertThat(done.path("currentStepIndex").intValue()).isEqualTo(-1);
      assertThat(all.json().get(1).path("currentStepName").stringValue()).isEqualTo("fold");
      assertThat(all.json().get(1).path("status").stringValue()).isEqualTo("in-progress");

      assertThat(ids(node.get("/api/serials?pathId=path_ser&status=completed")))
          .containsExactly("SN-00301");
      assertThat(ids(node.get("/api/serials?jobId=job_ser&status=in-progress"))).hasSize(2);
      assertThat(ids(node.get("/api/serials?jobId=job_ser&status=in_progress"))).hasSize(2);
      assertThat(ids(node.get("/api/serials?jobId=job_none"))).isEmpty();
      String link = node.get("/api/serials?jobId=job_ser&limit=2").header("Link");
      assertThat(ids(node.get(link.substring(1, link.indexOf('>'))))).containsExactly("SN-00303");

      Answer wrong = node.get("/api/serials?status=lost");
      assertThat(wrong.status()).isEqualTo(400);
      assertThat(wrong.json().path("errors").get(0).path("field").stringValue())
          .isEqualTo("status");
    }

    @Test
    void are_answered_one_by_one() {
      PathCreated path = Shop.pathCreated("one", "one", 1, "cut", "fold");
      node.append(Shop.jobCreated("one", 1), path);
      node.append(Shop.serialsCreated(path, 401, 1));
      node.append(Shop.moved(path, 401, 0));
      Answer answer = node.getNow("/api/serials/SN-00401");
      assertThat(answer.header("ETag")).isEqualTo("\"1\"");
      assertThat(answer.json().asObject().without(List.of("createdAt", "updatedAt")).toString())
          .isEqualTo(
              "{\"id\":\"SN-00401\",\"jobId\":\"job_one\",\"pathId\":\"path_one\",\"currentStepIndex\":1,"
                  + "\"status\":\"in_progress\",\"held\":false,\"forceCompleted\":false,\"certs\":[]}");
      assertThat(node.get("/api/serials/SN-99999").json().path("message").stringValue())
          .isEqualTo("Serial not found: SN-99999");
    }
  }

  @Test
  void the_description_names_parameters_and_shapes() {
    JsonNode api = node.get("/v3/api-docs").json();
    assertThat(api.path("paths").propertyNames())
        .contains("/api/jobs", "/api/jobs/{jobId}", "/api/paths/{pathId}", "/api/serials");
    assertThat(api.path("paths").path("/api/serials").path("get").path("parameters").toString())
        .contains(
            "\"jobId\"", "\"pathId\"", "\"status\"", "\"limit\"", "\"cursor\"", "Ledger-Position");
    assertThat(api.path("components").path("schemas").path("JobWithProgress").toString())
        .contains("goalQuantity", "paths", "progress");
  }

  private static List<String> ids(Answer answer) {
    return answer.json().valueStream().map(item -> item.path("id").stringValue()).toList();
  }
}
