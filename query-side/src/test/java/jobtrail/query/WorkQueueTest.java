package jobtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jobtrail.events.job.JobEvent.JobRenamed;
import jobtrail.events.note.NoteEvent.NoteCreated;
import jobtrail.events.note.NoteId;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.DependencyType;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathDeleted;
import jobtrail.events.path.PathEvent.PathGoalChanged;
import jobtrail.events.path.PathEvent.PathStepAssigned;
import jobtrail.events.path.PathEvent.PathStepsChanged;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.MoveKind;
import jobtrail.events.serial.ScrapReason;
import jobtrail.events.serial.SerialEvent.SerialMoveUndone;
import jobtrail.events.serial.SerialEvent.SerialScrapped;
import jobtrail.events.serial.SerialId;
import jobtrail.events.user.UserId;
import jobtrail.ledger.TestPostgres;
import jobtrail.query.Node.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What operators are answered, in which shape, over real HTTP. */
class WorkQueueTest {

  private Node node;

  @BeforeEach
  void start() {
    node = new Node(TestPostgres.freshDatabase(), "jobtrail.views.patience=30s");
  }

  @AfterEach
  void stop() {
    node.close();
  }

  @Nested
  class Everybodys_queue {

    @Test
    void tells_all_there_is_to_know_of_a_step() {
      PathCreated path = laidOut("p", 1, at("cut", "Saw"), at("fold", null), at("pack", "Dock"));
      node.append(Shop.serialsCreated(path, 1, 2));
      node.append(Shop.moved(path, 1, 0), Shop.moved(path, 2, 0));
      node.append(assigned(path, 1, "user_ada"));

      Answer answer = node.getNow("/api/operator/queue/_all");

      assertThat(answer.header("Ledger-Position")).isEqualTo(Long.toString(node.written()));
      assertThat(answer.body())
          .isEqualTo(
              "{\"operatorId\":\"_all\",\"jobs\":[{\"jobId\":\"job_p\",\"jobName\":\"Job p\","
                  + "\"pathId\":\"path_p\",\"pathName\":\"Path p\",\"stepId\":\"step_p-fold\","
                  + "\"stepName\":\"fold\",\"stepOrder\":1,\"assignedTo\":\"user_ada\",\"totalSteps\":3,"
                  + "\"serialIds\":[\"SN-00001\",\"SN-00002\"],\"partCount\":2,"
                  + "\"previousStepId\":\"step_p-cut\",\"previousStepName\":\"cut\","
                  + "\"nextStepId\":\"step_p-pack\",\"nextStepName\":\"pack\","
                  + "\"nextStepLocation\":\"Dock\",\"isFinalStep\":false}],\"totalParts\":2}");
      node.append(new JobRenamed(Shop.job("p"), "Brackets"), Shop.moved(path, 2, 1));
      JsonNode last = node.getNow("/api/operator/queue/_all").json().path("jobs").get(1);
      assertThat(last.path("jobName").stringValue()).isEqualTo("Brackets");
      assertThat(last.path("isFinalStep").booleanValue()).isTrue();
      assertThat(last.has("nextStepId")).isFalse();
      assertThat(last.path("stepLocation").stringValue()).isEqualTo("Dock");
    }

    @Test
    void shows_an_empty_first_step_for_as_long_as_serials_are_still_to_be_created() {
      PathCreated path = laidOut("p", 2, at("cut", null), at("fold", null));
      assertThat(all()).containsExactly("step_p-cut 0");
      node.append(Shop.serialsCreated(path, 1, 1));
      node.append(Shop.completed(path, 1));
      assertThat(all()).containsExactly("step_p-cut 0");
      node.append(Shop.serialsCreated(path, 2, 1));
      node.append(Shop.moved(path, 2, 0));
      assertThat(all()).containsExactly("step_p-fold 1");
      node.append(
          new SerialScrapped(
              SerialId.of(2),
              path.jobId(),
              path.pathId(),
              path.steps().get(1).stepId(),
              ScrapReason.DAMAGED,
              null,
              1,
              AdvancementMode.STRICT));
      assertThat(all()).containsExactly("step_p-cut 0");
      node.append(
          new SerialMoveUndone(
              SerialId.of(2),
              path.jobId(),
              path.pathId(),
              MoveKind.SCRAP,
              path.steps().get(1).stepId(),
              path.steps().get(1).stepId(),
              List.of(),
              1,
              AdvancementMode.STRICT));
      assertThat(all()).containsExactly("step_p-fold 1");
      node.append(new PathGoalChanged(path.pathId(), path.jobId(), 3));
      assertThat(all()).containsExactly("step_p-cut 0", "step_p-fold 1");
      assertThat(queue("/api/operator/work-queue", "groups", 0)).containsExactly("step_p-fold 1");
    }

    @Test
    void forgets_a_path_that_was_given_up() {
      PathCreated path = laidOut("p", 2, at("cut", null));
      node.append(new PathDeleted(path.pathId(), path.jobId()));
      assertThat(all()).isEmpty();
      assertThat(node.getNow("/api/operator/step/step_p-cut").status()).isEqualTo(404);
    }

    @Test
    void names_the_first_hundred_of_many_and_counts_them_all() {
      PathCreated path = laidOut("p", 1, at("cut", null), at("fold", null));
      node.append(Shop.serialsCreated(path, 1, 250));
      JsonNode row = node.getNow("/api/operator/queue/_all").json().path("jobs").get(0);
      assertThat(row.path("partCount").longValue()).isEqualTo(250);
      assertThat(row.path("serialIds").size()).isEqualTo(100);
      assertThat(row.path("serialIds").get(99).stringValue()).isEqualTo("SN-00100");
      node.append(Shop.moved(path, 7, 0));
      row = node.getNow("/api/operator/queue/_all").json().path("jobs").get(0);
      assertThat(row.path("partCount").longValue()).isEqualTo(249);
      assertThat(row.path("serialIds").get(99).stringValue()).isEqualTo("SN-00101");
    }

    @Test
    void leads_from_page_to_page_in_the_order_of_paths_and_steps() {
      PathCreated one = laidOut("one", 1, at("cut", null), at("fold", null));
      PathCreated two = laidOut("two", 1, at("cut", null));
      node.append(Shop.serialsCreated(two, 1, 3));
      node.append(Shop.serialsCreated(one, 4, 2));
      node.append(Shop.moved(one, 4, 0));
      Answer first = node.getNow("/api/operator/queue/_all?limit=2");
      assertThat(steps(first.json().path("jobs")))
          .containsExactly("step_one-cut 1", "step_one-fold 1");
      assertThat(first.json().path("totalParts").longValue()).isEqualTo(2);
      String link = first.header("Link");
      assertThat(link).endsWith("; rel=\"next\"");
      Answer second = node.get(link.substring(1, link.indexOf('>')));
      assertThat(steps(second.json().path("jobs"))).containsExactly("step_two-cut 3");
      assertThat(second.header("Link")).isEmpty();
    }
  }

  @Nested
  class The_work_queue {

    @Test
    void is_grouped_by_operator_with_what_is_nobodys_last() {
      PathCreated path = laidOut("p", 1, at("cut", null), at("fold", null), at("pack", null));
      node.append(Shop.serialsCreated(path, 1, 4));
      node.append(Shop.moved(path, 1, 0), Shop.moved(path, 2, 0), Shop.moved(path, 2, 1));
      node.append(assigned(path, 1, "user_zoe"), assigned(path, 2, "user_ada"));
      Answer answer = node.getNow("/api/operator/work-queue");
      JsonNode groups = answer.json().path("groups");
      assertThat(groups.valueStream().map(group -> group.path("operatorName").stringValue()))
          .containsExactly("user_ada", "user_zoe", "Unassigned");
      assertThat(groups.get(2).toString())
          .startsWith(
              "{\"operatorId\":null,\"operatorName\":\"Unassigned\",\"groupKey\":null,"
                  + "\"groupLabel\":\"Unassigned\",\"groupType\":\"operator\",\"jobs\":[{")
          .endsWith("],\"totalParts\":2}");
      assertThat(answer.json().path("totalParts").longValue()).isEqualTo(4);
      assertThat(node.get("/api/operator/work-queue?groupBy=operator").body())
          .isEqualTo(answer.body());
      node.append(assigned(path, 2, null));
      assertThat(queue("/api/operator/work-queue", "groups", 1))
          .containsExactly("step_p-cut 2", "step_p-pack 1");
    }

    @Test
    void is_grouped_by_location_or_by_the_name_of_the_step_over_all_paths() {
      PathCreated one = laidOut("one", 1, at("cut", "Saw"), at("fold", null));
      PathCreated two = laidOut("two", 1, at("fold", "Saw"));
      node.append(Shop.serialsCreated(one, 1, 2));
      node.append(Shop.moved(one, 1, 0));
      node.append(Shop.serialsCreated(two, 3, 1));
      String byLocation = "/api/operator/work-queue?groupBy=location";
      assertThat(queue(byLocation, "groups", 0))
          .containsExactly("step_one-cut 1", "step_two-fold 1");
      assertThat(queue(byLocation, "groups", 1)).containsExactly("step_one-fold 1");
      JsonNode none = node.get(byLocation).json().path("groups").get(1);
      assertThat(none.path("groupKey").isNull()).isTrue();
      assertThat(none.path("groupLabel").stringValue()).isEqualTo("No location");
      assertThat(none.path("groupType").stringValue()).isEqualTo("location");
      assertThat(none.has("operatorId")).isFalse();
      String byStep = "/api/operator/work-queue?groupBy=step";
      assertThat(queue(byStep, "groups", 0)).containsExactly("step_one-cut 1");
      assertThat(queue(byStep, "groups", 1)).containsExactly("step_one-fold 1", "step_two-fold 1");
    }

    @Test
    void of_a_shop_where_nothing_waits_is_empty() {
      laidOut("p", 1, at("cut", null));
      assertThat(node.getNow("/api/operator/work-queue").body())
          .isEqualTo("{\"groups\":[],\"totalParts\":0}");
      assertThat(node.getNow("/api/operator/queue/user_nobody").body())
          .isEqualTo("{\"operatorId\":\"user_nobody\",\"jobs\":[],\"totalParts\":0}");
    }
  }

  @Nested
  class One_step {

    @Test
    void that_is_empty_says_how_much_stands_before_it() {
      PathCreated path = laidOut("p", 1, at("cut", null), at("fold", null));
      node.append(Shop.serialsCreated(path, 1, 3));
      JsonNode fold = node.getNow("/api/operator/step/step_p-fold").json();
      assertThat(fold.path("job").path("partCount").longValue()).isZero();
      assertThat(fold.path("job").path("serialIds").size()).isZero();
      assertThat(fold.path("notes").isArray()).isTrue();
      assertThat(fold.path("previousStepWipCount").longValue()).isEqualTo(3);
      JsonNode cut = node.get("/api/operator/step/step_p-cut").json();
      assertThat(cut.path("job").path("partCount").longValue()).isEqualTo(3);
      assertThat(cut.has("previousStepWipCount")).isFalse();
      for (int serial = 1; serial <= 3; serial++) {
        node.append(Shop.moved(path, serial, 0));
      }
      assertThat(node.getNow("/api/operator/step/step_p-cut").json().has("previousStepWipCount"))
          .isFalse();
    }

    @Test
    void that_was_retired_lives_on_in_the_one_where_its_serials_count() {
      PathCreated path = laidOut("p", 9, at("cut", null), at("fold", null), at("pack", null));
      node.append(Shop.serialsCreated(path, 1, 4));
      node.append(Shop.moved(path, 1, 0), Shop.moved(path, 2, 0));
      node.append(Shop.moved(path, 1, 1), Shop.moved(path, 4, 0));
      node.append(
          new PathStepsChanged(
              path.pathId(), path.jobId(), List.of(path.steps().get(0), path.steps().get(2))));
      assertThat(all()).containsExactly("step_p-cut 1", "step_p-pack 3");
      for (String step : List.of("step_p-fold", "step_p-pack")) {
        JsonNode job = node.get("/api/operator/step/" + step).json().path("job");
        assertThat(job.path("stepId").stringValue()).isEqualTo("step_p-pack");
        assertThat(job.path("serialIds").toString())
            .isEqualTo("[\"SN-00001\",\"SN-00002\",\"SN-00004\"]");
      }
      // The last step of all is retired, too: what stands on it counts at the one before.
      node.append(new PathStepsChanged(path.pathId(), path.jobId(), List.of(path.steps().get(0))));
      assertThat(all()).containsExactly("step_p-cut 4");
    }

    @Test
    void that_nobody_knows_is_404() {
      for (String id : List.of("step_none", "nonsense", "job_p")) {
        Answer answer = node.get("/api/operator/step/" + id);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("code").stringValue()).isEqualTo("step-not-found");
        assertThat(answer.json().path("message").stringValue())
            .isEqualTo("ProcessStep not found: " + id);
      }
    }
  }

  @Nested
  class The_steps_of_one_name {

    @Test
    void show_what_is_there_what_comes_next_and_what_comes_later() {
      PathCreated one =
          laidOut(
              "one",
              1,
              at("saw", null),
              at("cut", null),
              at("fold", "Vendor X"),
              at("pack", "Dock"));
      PathCreated two = laidOut("two", 1, at("fold", "Bench"), at("fold", null));
      laidOut("three", 1, at("Fold", null));
      node.append(Shop.serialsCreated(one, 1, 4));
      node.append(Shop.moved(one, 1, 0), Shop.moved(one, 1, 1));
      node.append(Shop.moved(one, 2, 0));
      node.append(Shop.moved(one, 3, 0), Shop.moved(one, 3, 1), Shop.moved(one, 3, 2));
      node.append(Shop.serialsCreated(two, 5, 1));

      assertThat(node.getNow("/api/operator/fold").body())
          .isEqualTo(
              "{\"stepName\":\"fold\",\"location\":\"Vendor X\",\"currentParts\":["
                  + "{\"serialId\":\"SN-00001\",\"jobId\":\"job_one\",\"jobName\":\"Job one\","
                  + "\"pathId\":\"path_one\",\"pathName\":\"Path one\",\"nextStepName\":\"pack\","
                  + "\"nextStepLocation\":\"Dock\"},"
                  + "{\"serialId\":\"SN-00005\",\"jobId\":\"job_two\",\"jobName\":\"Job two\","
                  + "\"pathId\":\"path_two\",\"pathName\":\"Path two\",\"nextStepName\":\"fold\"}],"
                  + "\"comingSoon\":[{\"serialId\":\"SN-00002\",\"jobId\":\"job_one\","
                  + "\"jobName\":\"Job one\",\"pathId\":\"path_one\",\"pathName\":\"Path one\"}],"
                  + "\"backlog\":[{\"serialId\":\"SN-00004\",\"jobId\":\"job_one\","
                  + "\"jobName\":\"Job one\",\"pathId\":\"path_one\",\"pathName\":\"Path one\"}],"
                  + "\"currentCount\":2,\"comingSoonCount\":1,\"backlogCount\":1,"
                  + "\"vendorPartsCount\":1,\"stepIds\":[\"step_one-fold\",\"step_two-fold0\"]}");
    }

    @Test
    void show_as_many_as_they_are_asked_for_and_count_them_all() {
      PathCreated path = laidOut("p", 1, at("cut", null));
      node.append(Shop.serialsCreated(path, 1, 120));
      Map.of("", 100, "?limit=2", 2, "?limit=110", 110, "?limit=1000", 120)
          .forEach((limit, shown) -> {
            JsonNode cut = node.getNow("/api/operator/cut" + limit).json();
            assertThat(cut.path("currentParts").size()).as(limit).isEqualTo(shown);
            assertThat(cut.path("currentCount").longValue()).as(limit).isEqualTo(120);
          });
    }

    @Test
    void may_have_any_name_and_need_not_be_there() {
      laidOut("p", 1, at("Nano Black ä", null));
      assertThat(node.getNow("/api/operator/Nano%20Black%20%C3%A4").json().path("stepIds").size())
          .isEqualTo(1);
      assertThat(node.get("/api/operator/nowhere").body())
          .isEqualTo(
              "{\"stepName\":\"nowhere\",\"currentParts\":[],\"comingSoon\":[],\"backlog\":[],"
                  + "\"currentCount\":0,\"comingSoonCount\":0,\"backlogCount\":0,"
                  + "\"vendorPartsCount\":0,\"stepIds\":[]}");
    }
  }

  @Test
  void what_cannot_be_meant_is_400_and_names_the_parameter() {
    Map.of(
            "/api/operator/work-queue?groupBy=colour", "groupBy",
            "/api/operator/work-queue?groupBy=", "groupBy",
            "/api/operator/work-queue?groupBy=step&groupBy=step", "groupBy",
            "/api/operator/work-queue?limit=0", "limit",
            "/api/operator/queue/_all?limit=5001", "limit",
            "/api/operator/queue/_all?cursor=x", "cursor",
            "/api/operator/queue/user_1?limit=many", "limit",
            "/api/operator/cut?limit=-1", "limit")
        .forEach((question, field) -> {
          Answer answer = node.get(question);
          assertThat(answer.status()).as(question).isEqualTo(400);
          assertThat(answer.json().path("errors").get(0).path("field").stringValue())
              .as(question)
              .isEqualTo(field);
        });
  }

  @Test
  void operators_go_by_their_names_and_notes_lie_at_their_step() {
    PathCreated path = laidOut("p", 1, at("cut", null), at("fold", null));
    node.append(Shop.userCreated("ada", "Ada Lovelace", null));
    node.append(Shop.serialsCreated(path, 1, 1));
    node.append(
        assigned(path, 0, "user_ada"),
        new NoteCreated(
            new NoteId("note_1"),
            path.jobId(),
            path.pathId(),
            path.steps().get(0).stepId(),
            List.of(SerialId.of(1)),
            "Mind the burr"));
    JsonNode group = node.getNow("/api/operator/work-queue").json().path("groups").get(0);
    assertThat(group.path("operatorId").stringValue()).isEqualTo("user_ada");
    assertThat(group.path("operatorName").stringValue()).isEqualTo("Ada Lovelace");
    assertThat(group.path("groupLabel").stringValue()).isEqualTo("Ada Lovelace");
    JsonNode cut = node.getNow("/api/operator/step/step_p-cut").json();
    assertThat(cut.path("notes").get(0).path("text").stringValue()).isEqualTo("Mind the burr");
    assertThat(node.getNow("/api/operator/step/step_p-fold").json().path("notes").size()).isZero();
  }

  @Test
  void what_was_just_done_is_in_the_next_answer() {
    PathCreated path = laidOut("p", 1, at("cut", null), at("fold", null));
    node.append(Shop.serialsCreated(path, 1, 40));
    for (int serial = 1; serial <= 40; serial++) {
      node.append(Shop.moved(path, serial, 0));
      node.append(assigned(path, 1, "user_" + serial));
      assertThat(steps(node.getNow("/api/operator/queue/user_" + serial).json().path("jobs")))
          .containsExactly("step_p-fold " + serial);
    }
  }

  private static Step at(String name, @Nullable String location) {
    return new Step(
        new StepId("step_" + name.hashCode()), name, location, false, DependencyType.PREFERRED);
  }

  /** Steps get ids by path and name; a name that is there already gets a number. */
  private PathCreated laidOut(String name, int goal, Step... steps) {
    List<Step> laidOut = new ArrayList<>();
    List<String> names = Arrays.stream(steps).map(Step::name).toList();
    for (int i = 0; i < steps.length; i++) {
      boolean twice = names.indexOf(steps[i].name()) != names.lastIndexOf(steps[i].name());
      String id = steps[i].name().replaceAll("[^A-Za-z]", "") + (twice ? Integer.toString(i) : "");
      laidOut.add(
          new Step(
              new StepId("step_" + name + "-" + id),
              steps[i].name(),
              steps[i].location(),
              false,
              DependencyType.PREFERRED));
    }
    PathCreated path =
        new PathCreated(
            Shop.path(name), Shop.job(name), "Path " + name, goal, AdvancementMode.STRICT, laidOut);
    node.append(Shop.jobCreated(name, goal), path);
    return path;
  }

  private static PathStepAssigned assigned(PathCreated path, int step, @Nullable String user) {
    return new PathStepAssigned(
        path.pathId(),
        path.jobId(),
        path.steps().get(step).stepId(),
        user == null ? null : new UserId(user));
  }

  private List<String> all() {
    return steps(node.getNow("/api/operator/queue/_all").json().path("jobs"));
  }

  private List<String> queue(String question, String groups, int index) {
    return steps(node.getNow(question).json().path(groups).get(index).path("jobs"));
  }

  private static List<String> steps(JsonNode jobs) {
    return jobs.valueStream()
        .map(job -> job.path("stepId").stringValue() + " " + job.path("partCount").longValue())
        .toList();
  }
}
