package jobtrail.query;

import static jobtrail.query.Queues.at;
import static jobtrail.query.Queues.steps;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.Step;
import jobtrail.query.Node.Answer;
import jobtrail.query.platform.FreshViews;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/**
 * What operators are answered about one step, the steps of one name or what is theirs, and what
 * they cannot ask. The tests share a shop, where each has steps and serials of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StepQueueTest {

  private final Node node = new Node(FreshViews.database(), "jobtrail.views.patience=30s");

  @AfterAll
  void stop() {
    node.close();
  }

  private PathCreated laidOut(String name, int goal, Step... steps) {
    return Queues.laidOut(node, name, goal, steps);
  }

  @Nested
  class One_step {

    @Test
    void that_is_empty_says_how_much_stands_before_it() {
      PathCreated path = laidOut("bench", 1, at("drill", null), at("bend", null));
      node.append(Shop.serialsCreated(path, 101, 3));
      JsonNode bend = node.getNow("/api/operator/step/step_bench-bend").json();
      assertThat(bend.path("job").path("partCount").longValue()).isZero();
      assertThat(bend.path("job").path("serialIds").size()).isZero();
      assertThat(bend.path("notes").isArray()).isTrue();
      assertThat(bend.path("previousStepWipCount").longValue()).isEqualTo(3);
      JsonNode drill = node.get("/api/operator/step/step_bench-drill").json();
      assertThat(drill.path("job").path("partCount").longValue()).isEqualTo(3);
      assertThat(drill.has("previousStepWipCount")).isFalse();
      for (int serial = 101; serial <= 103; serial++) {
        node.append(Shop.moved(path, serial, 0));
      }
      assertThat(
              node.getNow("/api/operator/step/step_bench-drill").json().has("previousStepWipCount"))
          .isFalse();
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
      PathCreated path = laidOut("many", 1, at("press", null));
      node.append(Shop.serialsCreated(path, 201, 120));
      Map.of("", 100, "?limit=2", 2, "?limit=110", 110, "?limit=1000", 120)
          .forEach((limit, shown) -> {
            JsonNode press = node.getNow("/api/operator/press" + limit).json();
            assertThat(press.path("currentParts").size()).as(limit).isEqualTo(shown);
            assertThat(press.path("currentCount").longValue()).as(limit).isEqualTo(120);
          });
    }

    @Test
    void may_have_any_name_and_need_not_be_there() {
      laidOut("black", 1, at("Nano Black ä", null));
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
  void what_was_just_done_is_in_the_next_answer() {
    PathCreated path = laidOut("fast", 1, at("engrave", null), at("polish", null));
    node.append(Shop.serialsCreated(path, 401, 40));
    for (int done = 1; done <= 40; done++) {
      node.append(Shop.moved(path, 400 + done, 0));
      node.append(Shop.assigned(path, 1, Shop.user(String.valueOf(done))));
      assertThat(steps(node.getNow("/api/operator/queue/user_" + done).json().path("jobs")))
          .containsExactly("step_fast-polish " + done);
    }
  }
}
