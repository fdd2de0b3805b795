package jobtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.query.Node.Answer;
import jobtrail.query.platform.FreshViews;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way for one thing by its id and the long way for all other questions answer alike. */
class PlainQuestionsTest {

  private static final String BEYOND = "999999999";

  private static Node node;

  @BeforeAll
  static void start() {
    node = new Node(FreshViews.database());
    PathCreated path = Shop.pathCreated("plain", "plain", 3, "cut", "fold");
    node.append(Shop.jobCreated("plain", 3), path);
    node.append(Shop.serialsCreated(path, 1, 3));
    node.append(Shop.moved(path, 1, 0), Shop.certificate("plain", Map.of("heat", "A7")));
    node.append(Shop.attached(path, 1, "plain", 0));
    node.append(Shop.completed(path, 2));
    node.append(Shop.scrapped(path, 3));
    node.append(Shop.note("plain", path, "Look", 1));
    node.append(Shop.userCreated("plain", "Ada", null), Shop.templateCreated("plain", "cut"));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  /** A query, even one that says nothing, is a reason to go the long way. */
  private static Answer theLongWay(String address, String... headers) {
    return node.get(address + "?long=way", headers);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/jobs/job_plain",
        "/api/paths/path_plain",
        "/api/serials/SN-00001",
        "/api/serials/SN-00002",
        "/api/serials/SN-00003",
        "/api/certs/cert_plain",
        "/api/notes/note_plain",
        "/api/users/user_plain",
        "/api/templates/tmpl_plain",
        "/api/jobs/job_unknown",
        "/api/paths/path_unknown",
        "/api/serials/SN-99999",
        "/api/serials/job_unknown",
        "/api/certs/cert_unknown",
        "/api/notes/note_unknown",
        "/api/users/user_unknown",
        "/api/templates/tmpl_unknown"
      })
  void one_thing_is_answered_alike_on_both_ways(String address) {
    String written = Long.toString(node.written());

    Answer brief = node.get(address, "Ledger-Position", written);
    Answer full = theLongWay(address, "Ledger-Position", written);

    assertThat(full.status())
        .isEqualTo(address.contains("plain") || address.contains("SN-0000") ? 200 : 404);
    assertAlike(brief, full);
    if (full.status() == 200) {
      assertThat(shortWay(brief)).isTrue();
      assertThat(shortWay(full)).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-1", "1.5", "99999999999999999999", "1, 2"})
  void a_position_that_nobody_can_have_seen_is_refused_alike(String position) {
    Answer brief = node.get("/api/jobs/job_plain", "Ledger-Position", position);

    assertThat(brief.status()).isEqualTo(400);
    assertAlike(brief, theLongWay("/api/jobs/job_plain", "Ledger-Position", position));
  }

  @Test
  void a_position_that_the_views_do_not_have_is_waited_for_and_refused_alike() {
    Answer brief = node.get("/api/jobs/job_plain", "Ledger-Position", BEYOND);

    assertThat(brief.status()).isEqualTo(503);
    assertThat(brief.json().path("code").stringValue()).isEqualTo("view-behind");
    assertAlike(brief, theLongWay("/api/jobs/job_plain", "Ledger-Position", BEYOND));
  }

  @Test
  void who_has_the_answer_already_is_told_so() {
    Answer first = node.getNow("/api/jobs/job_plain");

    assertThat(node.get("/api/jobs/job_plain", "If-None-Match", first.header("ETag")).status())
        .isEqualTo(304);
  }

  @Test
  void what_asks_for_more_goes_the_long_way() {
    assertThat(node.get("/api/jobs/job_plain", "Accept", "text/html").status()).isEqualTo(406);
    assertThat(shortWay(node.get("/api/jobs/job_plain", "Accept", "application/json"))).isTrue();
    assertThat(shortWay(node.get("/api/jobs/job_plain", "Accept", "*/*"))).isTrue();
    assertThat(node.get("/api/jobs/job%5Fplain").body())
        .isEqualTo(node.getNow("/api/jobs/job_plain").body());
    assertThat(node.get("/api/jobs/job_plain/").status()).isEqualTo(404);
    assertThat(node.post("/api/jobs/job_plain").status()).isEqualTo(405);
  }

  @Test
  void an_address_that_is_no_id_is_not_taken_for_one() {
    Answer progress = node.getNow("/api/jobs/progress");

    assertThat(progress.status()).isEqualTo(200);
    assertThat(progress.json().isArray()).isTrue();
  }

  @Test
  void both_ways_are_measured_as_one() {
    node.getNow("/api/templates/tmpl_plain");
    theLongWay("/api/templates/tmpl_plain");

    assertThat(
            node.bean(MeterRegistry.class)
                .get("http.server.requests")
                .tags("uri", "/api/templates/{templateId}", "status", "200")
                .timers())
        .hasSize(1);
    assertThat(
            node.bean(MeterRegistry.class)
                .find("http.server.requests")
                .tags("uri", "UNKNOWN", "status", "200")
                .timers())
        .isEmpty();
  }

  private static void assertAlike(Answer brief, Answer full) {
    assertThat(brief.status()).isEqualTo(full.status());
    assertThat(brief.body()).isEqualTo(full.body());
    assertThat(headers(brief)).isEqualTo(headers(full));
  }

  /** One knows the length before it writes. */
  private static boolean shortWay(Answer answer) {
    return !answer.header("Content-Length").isEmpty();
  }

  private static Map<String, Object> headers(Answer answer) {
    Map<String, Object> headers = new TreeMap<>(answer.response().headers().map());
    headers.keySet().removeAll(Set.of("content-length", "transfer-encoding", "date"));
    return headers;
  }
}
