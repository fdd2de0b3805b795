package jobtrail.query;

import static jobtrail.query.Queues.at;
import static jobtrail.query.Queues.steps;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jobtrail.events.job.JobEvent.JobRenamed;
import jobtrail.events.note.NoteEvent.NoteCreated;
import jobtrail.events.note.NoteId;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathDeleted;
import jobtrail.events.path.PathEvent.PathGoalChanged;
import jobtrail.events.path.PathEvent.PathStepsChanged;
import jobtrail.events.path.Step;
import jobtrail.events.serial.MoveKind;
import jobtrail.events.serial.ScrapReason;
import jobtrail.events.serial.SerialEvent.SerialMoveUndone;
import jobtrail.events.serial.SerialEvent.SerialScrapped;
import jobtrail.events.serial.SerialId;
import jobtrail.query.Node.Answer;
import jobtrail.query.platform.FreshViews;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Everybody's queue, and the queue in groups, over real HTTP; each test counts a whole shop. */
class WorkQueueTest {

  private Node node;

  @BeforeEach
  void start() {
    node = new Node(FreshViews.database(), "jobtrail.views.patience=30s");
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
      node.append(Shop.assigned(path, 1, Shop.user("ada")));

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
      node.append(
          Shop.assigned(path, 1, Shop.user("zoe")), Shop.assigned(path, 2, Shop.user("ada")));
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
      node.append(Shop.assigned(path, 2, null));
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

  @Test
  void a_step_that_was_retired_lives_on_in_the_one_where_its_serials_count() {
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
  void operators_go_by_their_names_and_notes_lie_at_their_step() {
    PathCreated path = laidOut("p", 1, at("cut", null), at("fold", null));
    node.append(Shop.userCreated("ada", "Ada Lovelace", null));
    node.append(Shop.serialsCreated(path, 1, 1));
    node.append(
        Shop.assigned(path, 0, Shop.user("ada")),
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

  private PathCreated laidOut(String name, int goal, Step... steps) {
    return Queues.laidOut(node, name, goal, steps);
  }

  private List<String> all() {
    return steps(node.getNow("/api/operator/queue/_all").json().path("jobs"));
  }

  private List<String> queue(String question, String groups, int index) {
    return steps(node.getNow(question).json().path(groups).get(index).path("jobs"));
  }
}
