package jobtrail.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathStepsChanged;
import jobtrail.ledger.DatabaseAddress;
import jobtrail.ledger.NewEvent;
import jobtrail.ledger.TestPostgres;
import jobtrail.query.Node.Answer;
import jobtrail.query.platform.FreshViews;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a view does with an event that it cannot take in. */
class TroubleTest {

  private static final String REFUSE_ONE_SERIAL =
      """
      create function public.refuse() returns trigger language plpgsql as $$
      begin
        if new.serial_id = 'SN-00002' then raise exception 'not this one'; end if;
        return new;
      end $$;
      create trigger refuse before insert on views.serial for each row execute function public.refuse();
      """;

  private static final String REFUSE_A_NOTE_AND_THE_PROGRESS_OF_A_PATH =
      """
      create function public.refuse_more() returns trigger language plpgsql as $$
      begin
        if to_jsonb(new)->>'path_id' = 'path_bad' then raise exception 'not this one'; end if;
        return new;
      end $$;
      create trigger refuse before insert on views.note for each row execute function public.refuse_more();
      create trigger refuse before insert on views.path_progress for each row execute function public.refuse_more();
      """;

  private static final String FAIL_THREE_TIMES =
      """
      create sequence public.tries;
      create function public.flake() returns trigger language plpgsql security definer as $$
      begin
        if nextval('public.tries') <= 3 then
          raise exception 'come back later' using errcode = 'serialization_failure';
        end if;
        return new;
      end $$;
      create trigger flake before insert on views.serial for each row execute function public.flake();
      """;

  @Test
  void an_event_that_cannot_be_applied_holds_up_its_own_job_only() {
    DatabaseAddress address = FreshViews.database();
    try (Node node = new Node(address)) {
      Database.execute(address, REFUSE_ONE_SERIAL);
      PathCreated bad = Shop.pathCreated("bad", "bad", 3, "a", "b");
      PathCreated good = Shop.pathCreated("good", "good", 3, "a", "b");
      node.append(Shop.jobCreated("bad", 3), bad, Shop.jobCreated("good", 3), good);
      node.append(Shop.serialsCreated(bad, 1, 3));
      node.append(Shop.serialsCreated(good, 11, 2));
      node.append(Shop.moved(bad, 1, 0));
      node.append(Shop.moved(good, 11, 0));

      assertThat(node.getNow("/api/serials/SN-00011").json().path("currentStepIndex").intValue())
          .isEqualTo(1);
      assertThat(node.getNow("/api/serials?jobId=job_good").json().size()).isEqualTo(2);
      for (String question :
          List.of("/api/serials/SN-00003", "/api/serials?jobId=job_bad", "/api/serials/SN-00001")) {
        Answer answer = node.getNow(question);
        assertThat(answer.status()).as(question).isEqualTo(503);
        assertThat(answer.json().path("code").stringValue()).isEqualTo("view-parked");
      }
      // Who does not ask for a position gets what there is; other views of the job are whole.
      assertThat(node.get("/api/serials?jobId=job_bad").json().size()).isEqualTo(1);
      assertThat(node.getNow("/api/jobs/job_bad").status()).isEqualTo(200);
      JsonNode serials = health(node, "serials");
      assertThat(serials.path("details").path("parked").intValue()).isEqualTo(3);
      assertThat(serials.path("details").path("lag").intValue()).isZero();
      assertThat(node.get("/actuator/health/readiness").status()).isEqualTo(200);

      Database.execute(address, "drop trigger refuse on views.serial");
      assertThat(node.post("/actuator/rebuild/serials").status()).isEqualTo(200);
      assertThat(node.getNow("/api/serials?jobId=job_bad").json().size()).isEqualTo(3);
      assertThat(health(node, "serials").path("details").path("parked").intValue()).isZero();
    }
  }

  @Test
  void questions_that_name_a_step_or_several_jobs_are_not_answered_from_a_job_held_up() {
    DatabaseAddress address = FreshViews.database();
    try (Node node = new Node(address)) {
      Database.execute(address, REFUSE_ONE_SERIAL);
      Database.execute(address, REFUSE_A_NOTE_AND_THE_PROGRESS_OF_A_PATH);
      PathCreated bad = Shop.pathCreated("bad", "bad", 3, "a", "b");
      PathCreated good = Shop.pathCreated("good", "good", 3, "a", "b");
      node.append(Shop.jobCreated("bad", 3), bad, Shop.jobCreated("good", 3), good);
      node.append(Shop.serialsCreated(bad, 1, 3));
      node.append(Shop.serialsCreated(good, 11, 2));
      node.append(Shop.note("bad", bad, "A burr", 1), Shop.note("good", good, "A burr", 11));
      // A step that was taken out of use is one of its job's, too.
      node.append(new PathStepsChanged(bad.pathId(), bad.jobId(), List.of(bad.steps().get(0))));

      for (String question :
          List.of(
              "/api/operator/step/step_%s-a",
              "/api/operator/step/step_%s-b",
              "/api/notes/step/step_%s-a",
              "/api/serials?stepId=step_%s-a",
              "/api/serials?stepId=step_%s-b",
              "/api/jobs/progress?jobIds=job_%s",
              "/api/jobs/progress?jobIds=job_good,job_%s",
              "/api/jobs/progress?jobIds=job_good&jobIds=job_%s")) {
        Answer answer = node.getNow(question.formatted("bad"));
        assertThat(answer.status()).as(question).isEqualTo(503);
        assertThat(answer.json().path("code").stringValue()).isEqualTo("view-parked");
        assertThat(node.getNow(question.formatted("good")).status()).as(question).isEqualTo(200);
      }
    }
  }

  @Test
  void what_is_parked_stays_held_back_after_a_restart() {
    DatabaseAddress address = FreshViews.database();
    PathCreated bad = Shop.pathCreated("bad", "bad", 3, "a", "b");
    long end;
    try (Node node = new Node(address)) {
      Database.execute(address, REFUSE_ONE_SERIAL);
      node.append(Shop.jobCreated("bad", 3), bad);
      node.append(Shop.serialsCreated(bad, 1, 2));
      assertThat(node.getNow("/api/serials/SN-00002").status()).isEqualTo(503);
      end = node.written();
    }
    try (Node node = new Node(address)) {
      Database.execute(address, "drop trigger refuse on views.serial");
      node.append(Shop.serialsCreated(Shop.pathCreated("more", "bad", 1, "a"), 3, 1));
      assertThat(node.written()).isGreaterThan(end);
      assertThat(node.getNow("/api/serials/SN-00003").status()).isEqualTo(503);
      assertThat(health(node, "serials").path("details").path("parked").intValue()).isEqualTo(2);
    }
  }

  @Test
  void a_passing_failure_parks_nothing() {
    DatabaseAddress address = FreshViews.database();
    try (Node node = new Node(address)) {
      Database.execute(address, FAIL_THREE_TIMES);
      PathCreated path = Shop.pathCreated("p", "j", 3, "a");
      node.append(Shop.jobCreated("j", 3), path);
      node.append(Shop.serialsCreated(path, 1, 3));
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> node.getNow("/api/serials").status() == 200);
      assertThat(node.get("/api/serials").json().size()).isEqualTo(3);
      assertThat(health(node, "serials").path("details").path("parked").intValue()).isZero();
    }
  }

  @Test
  void an_unreadable_event_stops_the_views_right_before_it_and_health_names_it() {
    try (Node node = new Node(FreshViews.database(), "jobtrail.views.patience=500ms")) {
      node.append(Shop.jobCreated("before", 1));
      node.ledger()
          .append(
              List.of(
                  new NewEvent(
                      "job_before",
                      "serial",
                      "SN-00007",
                      0,
                      "event-x",
                      "serial.teleported",
                      1,
                      "{}",
                      "{}")));
      node.append(Shop.jobCreated("after", 1));
      await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> node.get("/api/jobs", "Ledger-Position", "1").status() == 200);
      assertThat(node.get("/api/jobs").json().size()).isEqualTo(1);
      assertThat(node.getNow("/api/jobs/job_after").json().path("code").stringValue())
          .isEqualTo("view-behind");
      for (String view : List.of("jobs", "serials")) {
        await()
            .atMost(Duration.ofSeconds(10))
            .until(() -> health(node, view).path("details").has("error"));
        JsonNode details = health(node, view).path("details");
        assertThat(details.path("position").longValue()).isEqualTo(1);
        assertThat(details.path("parked").longValue()).isZero();
        assertThat(details.path("error").stringValue())
            .contains("serial.teleported", "position 2", "stream SN-00007");
      }
      assertThat(node.get("/actuator/health/readiness").status()).isEqualTo(200);
    }
  }

  @Test
  void monitoring_hears_of_each_view() {
    try (Node node = new Node(FreshViews.database())) {
      node.append(Shop.jobCreated("m", 1));
      assertThat(node.getNow("/api/jobs").status()).isEqualTo(200);
      assertThat(node.get("/actuator/prometheus").body())
          .contains(
              "jobtrail_view_lag_events{view=\"job-progress\"} 0.0",
              "jobtrail_view_lag_seconds{view=\"serials\"} 0.0",
              "jobtrail_view_events_total{view=\"jobs\"} 1.0");
    }
  }

  @Test
  void what_is_parked_is_told_at_once_though_nothing_was_a_moment_ago() {
    DatabaseAddress address = FreshViews.database();
    try (Node node = new Node(address)) {
      Database.execute(address, REFUSE_ONE_SERIAL);
      PathCreated bad = Shop.pathCreated("bad", "bad", 3, "a", "b");
      node.append(Shop.jobCreated("bad", 3), bad);
      assertThat(node.getNow("/api/serials?jobId=job_bad").status()).isEqualTo(200);

      node.append(Shop.serialsCreated(bad, 1, 3));

      assertThat(node.getNow("/api/serials?jobId=job_bad").status()).isEqualTo(503);
    }
  }

  @Test
  void a_question_while_the_database_is_away_is_told_to_come_back_later() {
    DatabaseAddress address = FreshViews.database();
    try (Node node = new Node(address)) {
      node.append(Shop.jobCreated("away", 3));
      assertThat(node.getNow("/api/jobs/job_away").status()).isEqualTo(200);
      TestPostgres.closed(address, true);
      for (String question : List.of("/api/jobs", "/api/jobs/job_away", "/api/serials/SN-00001")) {
        Answer answer = node.get(question);
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.json().path("code").stringValue()).isEqualTo("ledger-unavailable");
        assertThat(answer.header("Retry-After")).isNotEmpty();
      }
      TestPostgres.closed(address, false);
      await()
          .untilAsserted(() -> assertThat(node.get("/api/jobs/job_away").status()).isEqualTo(200));
    }
  }

  private static JsonNode health(Node node, String view) {
    return node.get("/actuator/health")
        .json()
        .path("components")
        .path("views")
        .path("components")
        .path(view);
  }
}
