package jobtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jobtrail.events.path.PathId;
import jobtrail.ledger.Ledger;
import jobtrail.ledger.StoredEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HappyHttpTest {

  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

  private final Node node = Node.first();
  private final Floor floor = new Floor(node);

  private List<StoredEvent> streamOf(String id) {
    return node.bean(Ledger.class).stream(id, 0);
  }

  private void isAnswered(Reply reply, String etag, long position) {
    assertThat(reply.header("ETag")).isEqualTo("\"" + etag + "\"");
    assertThat(reply.position()).isEqualTo(position);
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    assertThat(reply.header("Content-Type")).startsWith("application/json");
  }

  private static void hasTimes(JsonNode body) {
    assertThat(body.path("createdAt").asString()).matches(TIME);
    assertThat(body.path("updatedAt").asString()).matches(TIME);
  }

  @Nested
  class Jobs {

    @Test
    void a_job_is_answered_with_all_its_fields() {
      long before = node.head();
      Reply reply =
          node.to("POST", "/api/jobs")
              .json(
                  "{'name':' Brackets ','goalQuantity':100,'reference':' PO 1 ','company':'ACME',"
                      + "'contact':{'name':'Anna','email':'anna@acme.example','phone':'1'},"
                      + "'jiraTicketKey':' PI-1 ','jiraTicketSummary':'Two\\nlines',"
                      + "'jiraPartNumber':'123456-001','jiraPriority':'High',"
                      + "'jiraEpicLink':'PI-0','jiraLabels':['rush','export'],'colour':'blue'}")
              .send()
              .is(201);

      JsonNode job = reply.json();
      assertThat(job.propertyNames())
          .containsExactlyInAnyOrder(
              "id",
              "name",
              "goalQuantity",
              "reference",
              "company",
              "contact",
              "jiraTicketKey",
              "jiraTicketSummary",
              "jiraPartNumber",
              "jiraPriority",
              "jiraEpicLink",
              "jiraLabels",
              "tags",
              "status",
              "createdAt",
              "updatedAt");
      assertThat(reply.text("id")).matches("job_[A-Za-z0-9_-]{12}");
      assertThat(reply.header("Location")).isEqualTo("/api/jobs/" + reply.text("id"));
      assertThat(reply.text("name")).isEqualTo("Brackets");
      assertThat(reply.text("reference")).isEqualTo("PO 1");
      assertThat(reply.text("jiraTicketKey")).isEqualTo("PI-1");
      assertThat(job.path("goalQuantity").asInt()).isEqualTo(100);
      assertThat(job.path("contact").toString())
          .isEqualTo("{\"name\":\"Anna\",\"email\":\"anna@acme.example\",\"phone\":\"1\"}");
      assertThat(job.path("jiraLabels").toString()).isEqualTo("[\"rush\",\"export\"]");
      assertThat(reply.text("status")).isEqualTo("open");
      hasTimes(job);
      assertThat(job.path("createdAt")).isEqualTo(job.path("updatedAt"));
      isAnswered(reply, "0", before + 1);
      StoredEvent stored = streamOf(reply.text("id")).getFirst();
      assertThat(job.path("createdAt").asString())
          .isEqualTo(
              java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
                  .withZone(java.time.ZoneOffset.UTC)
                  .format(stored.recordedAt()));
    }

    @Test
    void a_job_without_a_goal_says_what_it_is_about_and_leaves_out_the_rest() {
      Reply reply =
          node.to("POST", "/api/jobs").json("{'name':'Flyers','reference':'PO 2'}").send().is(201);

      assertThat(reply.json().propertyNames())
          .containsExactlyInAnyOrder(
              "id", "name", "reference", "tags", "status", "createdAt", "updatedAt");
    }

    @Test
    void a_changed_job_keeps_its_creation_and_gets_a_new_version() {
      Reply made = node.to("POST", "/api/jobs").json("{'name':'A','goalQuantity':1}").send();

      Reply reply =
          node.to("PUT", "/api/jobs/" + made.text("id"))
              .json("{'name':'B','goalQuantity':2,'company':'ACME','jiraTicketKey':'PI-9'}")
              .send()
              .is(200);

      assertThat(reply.text("name")).isEqualTo("B");
      assertThat(reply.json().path("goalQuantity").asInt()).isEqualTo(2);
      assertThat(reply.json().has("jiraTicketKey")).isFalse();
      assertThat(reply.text("createdAt")).isEqualTo(made.text("createdAt"));
      isAnswered(reply, "3", made.position() + 3);
    }

    @Test
    void tags_are_replaced_as_a_whole_and_stand_in_the_job() {
      Reply made = node.to("POST", "/api/jobs").json("{'name':'A','goalQuantity':1}").send();
      String address = "/api/jobs/" + made.text("id") + "/tags";
      assertThat(made.json().path("tags").toString()).isEqualTo("[]");

      Reply tagged = node.to("PUT", address).json("{'tags':[' Rush ','RUSH','b']}").send().is(200);
      assertThat(tagged.json().toString()).isEqualTo("{\"tags\":[\"Rush\",\"b\"]}");
      isAnswered(tagged, "1", made.position() + 1);

      Reply bare = node.to("PUT", address).json("['b']").send().is(200);
      assertThat(bare.json().toString()).isEqualTo("{\"tags\":[\"b\"]}");
      isAnswered(bare, "2", made.position() + 2);

      Reply again = node.to("PUT", address).with("If-Match", "\"2\"").json("['b']").send().is(200);
      isAnswered(again, "2", made.position() + 2);
      node.to("PUT", address)
          .with("If-Match", "\"1\"")
          .json("[]")
          .send()
          .isProblem(412, "stale-version");
      Reply job = node.to("PUT", "/api/jobs/" + made.text("id")).json("{}").send().is(200);
      assertThat(job.json().path("tags").toString()).isEqualTo("[\"b\"]");
    }

    @Test
    void an_empty_change_stores_nothing_and_answers_the_job() {
      Reply made = node.to("POST", "/api/jobs").json("{'name':'A','goalQuantity':1}").send();

      Reply reply = node.to("PUT", "/api/jobs/" + made.text("id")).json("{}").send().is(200);

      isAnswered(reply, "0", made.position());
      assertThat(reply.text("updatedAt")).isEqualTo(made.text("updatedAt"));
    }
  }

  @Nested
  class Paths {

    @Test
    void a_path_is_answered_with_its_steps_in_order() {
      Reply reply =
          node.to("POST", "/api/paths")
              .json(
                  "{'jobId':'"
                      + floor.job()
                      + "','name':'Main','goalQuantity':5,"
                      + "'advancementMode':'per_step','steps':[{'name':' Cut ','location':'Hall',"
                      + "'optional':true,'dependencyType':'completion_gate'},{'name':'Fold'}]}")
              .send()
              .is(201);

      JsonNode path = reply.json();
      assertThat(path.propertyNames())
          .containsExactlyInAnyOrder(
              "id",
              "jobId",
              "name",
              "goalQuantity",
              "advancementMode",
              "steps",
              "createdAt",
              "updatedAt");
      assertThat(reply.header("Location")).isEqualTo("/api/paths/" + reply.text("id"));
      assertThat(reply.text("advancementMode")).isEqualTo("per_step");
      assertThat(path.path("steps").get(0).toString())
          .matches(
              "\\{\"id\":\"step_[\\w-]{12}\",\"name\":\"Cut\",\"order\":0,\"location\":\"Hall\","
                  + "\"optional\":true,\"dependencyType\":\"completion_gate\"}");
      assertThat(path.path("steps").get(1).toString())
          .matches(
              "\\{\"id\":\"step_[\\w-]{12}\",\"name\":\"Fold\",\"order\":1,"
                  + "\"optional\":false,\"dependencyType\":\"preferred\"}");
      hasTimes(path);
      isAnswered(reply, "0", node.head());
    }

    @Test
    void a_new_plan_keeps_the_ids_of_the_steps_it_names() {
      Reply made = floor.path(floor.job(), "Cut", "Fold");
      String cut = Floor.steps(made).getFirst();

      Reply reply =
          node.to("PUT", "/api/paths/" + made.text("id"))
              .json("{'name':'Side','steps':[{'name':'Pack'},{'id':'" + cut + "'}]}")
              .send()
              .is(200);

      assertThat(Floor.steps(reply)).hasSize(2).element(1).isEqualTo(cut);
      assertThat(Floor.steps(made)).doesNotContain(Floor.steps(reply).getFirst());
      assertThat(reply.text("name")).isEqualTo("Side");
      assertThat(reply.text("createdAt")).isEqualTo(made.text("createdAt"));
      isAnswered(reply, "2", made.position() + 2);
    }

    @Test
    void the_mode_changes_and_strict_is_where_it_starts() {
      Reply made = floor.path(floor.job(), "Cut");
      assertThat(made.text("advancementMode")).isEqualTo("strict");
      String address = "/api/paths/" + made.text("id") + "/advancement-mode";

      Reply reply = node.to("PATCH", address).json("{'advancementMode':'flexible'}").send().is(200);

      assertThat(reply.text("advancementMode")).isEqualTo("flexible");
      isAnswered(reply, "1", made.position() + 1);
    }

    @Test
    void an_empty_path_is_deleted_once() {
      Reply made = floor.path(floor.job(), "Cut");
      String address = "/api/paths/" + made.text("id");

      Reply reply = node.to("DELETE", address).send().is(200);

      assertThat(reply.json().toString()).isEqualTo("{\"success\":true}");
      isAnswered(reply, "1", made.position() + 1);
      node.to("DELETE", address).send().isProblem(404, "path-not-found");
      node.to("PUT", address).json("{'name':'x'}").send().isProblem(404, "path-not-found");
      floor.issue(made, 1).send().isProblem(404, "path-not-found");
    }
  }

  @Nested
  class Serials {

    @Test
    void serials_are_answered_ascending_with_all_their_fields() {
      Reply path = floor.path(floor.job(), "Cut", "Fold");

      Reply reply = floor.issue(path, 3).send().is(201);

      assertThat(reply.header("Location")).isEqualTo("/api/serials?pathId=" + path.text("id"));
      assertThat(reply.json()).hasSize(3);
      assertThat(Floor.numbers(reply)).isSorted().allMatch(id -> id.matches("SN-\\d{5,}"));
      for (JsonNode serial : reply.json()) {
        assertThat(serial.propertyNames())
            .containsExactlyInAnyOrder(
                "id",
                "jobId",
                "pathId",
                "currentStepIndex",
                "status",
                "held",
                "forceCompleted",
                "createdAt",
                "updatedAt");
        assertThat(serial.path("jobId").asString()).isEqualTo(path.text("jobId"));
        assertThat(serial.path("pathId").asString()).isEqualTo(path.text("id"));
        assertThat(serial.path("currentStepIndex").asInt(-9)).isZero();
        assertThat(serial.path("status").asString()).isEqualTo("in_progress");
        assertThat(serial.path("forceCompleted").asBoolean(true)).isFalse();
        hasTimes(serial);
      }
      assertThat(reply.position()).isEqualTo(path.position() + 4);
    }

    @Test
    void one_serial_has_an_address_of_its_own() {
      Reply reply = floor.issue(floor.path(floor.job(), "Cut"), 1).send().is(201);

      String number = Floor.numbers(reply).getFirst();
      assertThat(reply.header("Location")).isEqualTo("/api/serials/" + number);
      isAnswered(reply, "0", node.head());
    }

    @Test
    void a_serial_goes_from_step_to_step_and_is_completed_behind_the_last() {
      String serial = floor.serial(floor.path(floor.job(), "Cut", "Fold"));

      Reply moved = floor.advance(serial).send().is(200);
      assertThat(moved.json().path("currentStepIndex").asInt()).isEqualTo(1);
      assertThat(moved.text("status")).isEqualTo("in_progress");
      isAnswered(moved, "1", node.head());

      Reply done = floor.advance(serial).json("{'userId':'user_7'}").send().is(200);
      assertThat(done.json().path("currentStepIndex").asInt()).isEqualTo(-1);
      assertThat(done.text("status")).isEqualTo("completed");
      assertThat(done.text("createdAt")).isEqualTo(moved.text("createdAt"));
      isAnswered(done, "2", node.head());

      long before = node.head();
      Reply refused = floor.advance(serial).send().isProblem(400, "serial-completed");
      assertThat(refused.position()).isEqualTo(before);
      assertThat(node.head()).isEqualTo(before);
    }

    @Test
    void a_path_with_serials_cannot_be_deleted() {
      Reply path = floor.path(floor.job(), "Cut");
      floor.serial(path);

      node.to("DELETE", "/api/paths/" + path.text("id")).send().isProblem(400, "path-has-serials");
      assertThat(streamOf(new PathId(path.text("id")).value())).hasSize(2);
    }
  }
}
