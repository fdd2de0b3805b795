package jobtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jobtrail.ledger.Ledger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who, where and when; and which version they saw. */
class CallerHttpTest {

  private final Node node = Node.first();
  private final Floor floor = new Floor(node);

  private Request newJob() {
    return node.to("POST", "/api/jobs").json("{'name':'a','goalQuantity':1}");
  }

  private JsonNode metadataOf(Reply reply) {
    return metadata(reply.position());
  }

  private JsonNode metadata(long position) {
    return JsonMapper.shared()
        .readTree(node.bean(Ledger.class).after(position - 1, 1).getFirst().event().metadata());
  }

  @Nested
  class Metadata {

    @Test
    void an_event_carries_who_where_when_and_why() {
      Reply reply =
          newJob()
              .with("X-Actor", "user_7")
              .with("X-Terminal", "laser-2")
              .with("X-Occurred-At", "2026-01-31T14:05:00+01:00")
              .with("X-Correlation-Id", "order-9")
              .send()
              .is(201);

      JsonNode metadata = metadataOf(reply);
      assertThat(metadata.propertyNames())
          .containsExactlyInAnyOrder(
              "actor", "terminal", "occurredAt", "commandId", "correlationId", "causationId");
      assertThat(metadata.path("actor").asString()).isEqualTo("user_7");
      assertThat(metadata.path("terminal").asString()).isEqualTo("laser-2");
      assertThat(metadata.path("occurredAt").asString()).isEqualTo("2026-01-31T13:05:00.000Z");
      assertThat(metadata.path("correlationId").asString()).isEqualTo("order-9");
      assertThat(metadata.path("commandId").asString()).isNotBlank();
      assertThat(metadata.path("causationId")).isEqualTo(metadata.path("commandId"));
    }

    @Test
    void what_nobody_said_has_a_default() {
      Instant before = Instant.now().minusMillis(1);

      JsonNode metadata = metadataOf(newJob().send().is(201));

      assertThat(metadata.propertyNames())
          .containsExactlyInAnyOrder(
              "actor", "occurredAt", "commandId", "correlationId", "causationId");
      assertThat(metadata.path("actor").asString()).isEqualTo("anonymous");
      assertThat(Instant.parse(metadata.path("occurredAt").asString()))
          .isBetween(before, Instant.now());
      assertThat(metadata.path("correlationId")).isEqualTo(metadata.path("commandId"));
    }

    @Test
    void all_events_of_one_command_share_it_also_those_appended_directly() {
      Reply path = floor.path(floor.job(), "Cut");

      Reply reply =
          floor.issue(path, 2).with("X-Actor", "user_7").with("X-Terminal", "t").send().is(201);

      JsonNode last = metadataOf(reply);
      assertThat(last.path("actor").asString()).isEqualTo("user_7");
      assertThat(last.propertyNames()).hasSize(6);
      assertThat(metadata(reply.position() - 1)).isEqualTo(last);
      assertThat(metadata(reply.position() - 2)).isEqualTo(last);
    }

    @Test
    void the_user_in_the_body_beats_the_header() {
      Reply path = floor.path(floor.job(), "Cut", "Fold");
      Reply issued =
          node.to("POST", "/api/serials")
              .with("X-Actor", "user_7")
              .json(
                  "{'jobId':'%s','pathId':'%s','quantity':1,'userId':' user_8 '}"
                      .formatted(path.text("jobId"), path.text("id")))
              .send()
              .is(201);
      assertThat(metadataOf(issued).path("actor").asString()).isEqualTo("user_8");

      String serial = Floor.numbers(issued).getFirst();
      Reply moved =
          floor.advance(serial).with("X-Actor", "user_7").json("{'userId':'user_9'}").send();
      assertThat(metadataOf(moved.is(200)).path("actor").asString()).isEqualTo("user_9");
      Reply done = floor.advance(serial).with("X-Actor", "user_7").json("{}").send();
      assertThat(metadataOf(done.is(200)).path("actor").asString()).isEqualTo("user_7");
    }
  }

  @Nested
  class WhenItHappened {

    static Stream<List<String>> times() {
      return Stream.of(
          List.of("2026-01-31T14:05:00Z", "2026-01-31T14:05:00.000Z"),
          List.of("2026-01-31T14:05:00.123456Z", "2026-01-31T14:05:00.123Z"),
          List.of("2026-01-31T14:05+05:30", "2026-01-31T08:35:00.000Z"),
          List.of("2026-01-31T23:05:00-08:00", "2026-02-01T07:05:00.000Z"));
    }

    @ParameterizedTest
    @MethodSource("times")
    void a_time_is_taken_with_any_offset(List<String> time) {
      Reply reply = newJob().with("X-Occurred-At", time.getFirst()).send().is(201);

      assertThat(metadataOf(reply).path("occurredAt").asString()).isEqualTo(time.getLast());
    }

    @Test
    void a_clock_may_run_ahead_a_little() {
      newJob()
          .with("X-Occurred-At", Instant.now().plus(Duration.ofMinutes(4)).toString())
          .send()
          .is(201);
      long head = node.head();
      Reply refused =
          newJob()
              .with("X-Occurred-At", Instant.now().plus(Duration.ofMinutes(6)).toString())
              .send()
              .isProblem(400, "invalid-request");
      assertThat(refused.fields()).containsExactly("X-Occurred-At");
      assertThat(node.head()).isEqualTo(head);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "yesterday",
          "2026-01-31",
          "2026-01-31T14:05:00",
          "1700000000",
          "0",
          "0000-06-01T00:00:00Z",
          "-0500-01-01T00:00:00Z",
          "1969-12-31T23:59:59Z"
        })
    void what_is_no_time_is_refused(String time) {
      long head = node.head();

      Reply refused = newJob().with("X-Occurred-At", time).send().isProblem(400, "invalid-request");

      assertThat(refused.fields()).containsExactly("X-Occurred-At");
      assertThat(node.head()).isEqualTo(head);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Actor", "X-Terminal", "X-Correlation-Id"})
  void a_header_too_long_is_refused(String header) {
    long head = node.head();

    Reply refused = newJob().with(header, "x".repeat(65)).send().isProblem(400, "invalid-request");

    assertThat(refused.fields()).containsExactly(header);
    assertThat(node.head()).isEqualTo(head);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "x", "1.5", "99999999999999999999"})
  void a_position_that_is_none_is_refused(String position) {
    Reply refused =
        newJob().with("Ledger-Position", position).send().isProblem(400, "invalid-request");

    assertThat(refused.fields()).containsExactly("Ledger-Position");
  }

  @Nested
  class Versions {

    /** One of each that can be changed, with a change that the rules would refuse or allow. */
    private List<Request> changes(String ifMatch) {
      Reply path = floor.path(floor.job(), "Cut");
      String serial = floor.serial(path);
      String address = "/api/paths/" + path.text("id");
      Reply empty = floor.path(floor.job(), "Cut");
      return Stream.of(
              node.to("PUT", "/api/jobs/" + path.text("jobId")).json("{'name':'b'}"),
              node.to("PUT", address).json("{'name':'b'}"),
              node.to("PATCH", address + "/advancement-mode")
                  .json("{'advancementMode':'flexible'}"),
              floor.advance(serial),
              node.to("DELETE", "/api/paths/" + empty.text("id")))
          .map(request -> request.with("If-Match", ifMatch))
          .toList();
    }

    @Test
    void any_version_will_do_for_a_star() {
      changes("*").forEach(change -> change.send().is(200));
    }

    @Test
    void a_stale_version_is_refused_with_the_current_one() {
      changes("\"77\"")
          .forEach(change -> {
            long head = node.head();
            Reply refused = change.send().isProblem(412, "stale-version");
            assertThat(refused.header("ETag")).matches("\"[01]\"");
            assertThat(refused.position()).isEqualTo(head);
            assertThat(node.head()).isEqualTo(head);
          });
    }

    @Test
    void a_weak_tag_never_matches() {
      changes("W/\"0\"").forEach(change -> change.send().isProblem(412, "stale-version"));
    }

    @Test
    void one_right_tag_among_others_is_enough() {
      changes("\"7\", \"0\", \"1\", \"2\"").forEach(change -> change.send().is(200));
    }

    @Test
    void garbage_is_refused() {
      changes("0")
          .forEach(change -> {
            Reply refused = change.send().isProblem(400, "invalid-request");
            assertThat(refused.fields()).containsExactly("If-Match");
          });
    }

    @Test
    void a_stale_version_is_told_before_any_rule() {
      Reply path = floor.path(floor.job(), "Cut");
      String serial = floor.serial(path);
      String address = "/api/paths/" + path.text("id");
      String gone = "{'steps':[{'name':'Fold'}]}";
      node.to("DELETE", address).with("If-Match", "\"9\"").send().isProblem(412, "stale-version");
      node.to("PUT", address)
          .json(gone)
          .with("If-Match", "\"9\"")
          .send()
          .isProblem(412, "stale-version");
      floor.advance(serial).send().is(200);
      Reply stale =
          floor.advance(serial).with("If-Match", "\"0\"").send().isProblem(412, "stale-version");
      assertThat(stale.header("ETag")).isEqualTo("\"1\"");
      floor.advance(serial).with("If-Match", "\"1\"").send().isProblem(400, "serial-completed");
    }

    @Test
    void an_unknown_thing_is_unknown_in_any_version() {
      node.to("PUT", "/api/jobs/job_none")
          .json("{}")
          .with("If-Match", "\"0\"")
          .send()
          .isProblem(404, "job-not-found");
      floor
          .advance("SN-99999999")
          .with("If-Match", "\"0\"")
          .send()
          .isProblem(404, "serial-not-found");
    }
  }
}
