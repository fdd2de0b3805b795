package jobtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.query.Node.Answer;
import jobtrail.query.platform.FreshViews;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way for one thing by its id and the long way for all other questions answer alike. */
class PlainQuestionsTest {

  private static final String BEYOND = "999999999";

  private static final List<String> THERE =
      List.of(
          "/api/jobs/job_plain",
          "/api/items/item_plain",
          "/api/paths/path_plain",
          "/api/serials/SN-00001",
          "/api/serials/SN-00002",
          "/api/serials/SN-00003",
          "/api/certs/cert_plain",
          "/api/notes/note_plain",
          "/api/users/user_plain",
          "/api/templates/tmpl_plain");

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
    node.append(ItemFacts.added("plain", "plain", 1));
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

  private static Stream<String> there() {
    return THERE.stream();
  }

  @ParameterizedTest
  @MethodSource("there")
  void what_is_there_is_answered_alike_on_both_ways(String address) {
    Answer brief = node.getNow(address);
    Answer full = theLongWay(address, "Ledger-Position", Long.toString(node.written()));

    assertThat(brief.status()).isEqualTo(200);
    assertThat(shortWay(brief)).isTrue();
    assertThat(shortWay(full)).isFalse();
    assertAlike(brief, full);
  }

  @ParameterizedTest
  @MethodSource("there")
  void what_is_not_there_is_answered_alike_on_both_ways(String address) {
    String unknown = address.substring(0, address.lastIndexOf('/')) + "/unknown";

    Answer brief = node.getNow(unknown);

    assertThat(brief.status()).isEqualTo(404);
    assertAlike(brief, theLongWay(unknown, "Ledger-Position", Long.toString(node.written())));
  }

  @Test
  void each_thing_that_is_asked_for_by_its_id_alone_was_thought_of() {
    Set<String> nouns =
        node.get("/v3/api-docs")
            .json()
            .path("paths")
            .propertyStream()
            .filter(path -> path.getKey().matches("/api/[a-z-]+/\\{\\w+}"))
            .filter(path -> path.getValue().has("get"))
            .filter(path ->
                path.getValue()
                    .path("get")
                    .path("parameters")
                    .valueStream()
                    .noneMatch(parameter -> parameter.path("in").stringValue().equals("query")))
            .map(path -> path.getKey().substring(0, path.getKey().lastIndexOf('/')))
            .collect(Collectors.toSet());

    assertThat(nouns)
        .isEqualTo(
            THERE.stream()
                .map(address -> address.substring(0, address.lastIndexOf('/')))
                .collect(Collectors.toSet()));
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
