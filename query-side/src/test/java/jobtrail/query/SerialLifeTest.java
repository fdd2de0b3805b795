package jobtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import jobtrail.events.DomainEvent;
import jobtrail.events.path.AdvancementMode;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathStepsChanged;
import jobtrail.events.path.StepId;
import jobtrail.events.serial.BypassedStep;
import jobtrail.events.serial.BypassedStep.Classification;
import jobtrail.events.serial.MoveKind;
import jobtrail.events.serial.ScrapReason;
import jobtrail.events.serial.SerialEvent.SerialAdvanced;
import jobtrail.events.serial.SerialEvent.SerialDeferredCompleted;
import jobtrail.events.serial.SerialEvent.SerialForceCompleted;
import jobtrail.events.serial.SerialEvent.SerialHeld;
import jobtrail.events.serial.SerialEvent.SerialMoveUndone;
import jobtrail.events.serial.SerialEvent.SerialOverrideReversed;
import jobtrail.events.serial.SerialEvent.SerialReleased;
import jobtrail.events.serial.SerialEvent.SerialScrapped;
import jobtrail.events.serial.SerialEvent.SerialStepOverridden;
import jobtrail.events.serial.SerialId;
import jobtrail.query.Node.Answer;
import jobtrail.query.platform.FreshViews;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is answered of serials to which more happened than moving on. */
class SerialLifeTest {

  private static final AdvancementMode MODE = AdvancementMode.FLEXIBLE;

  private static Node node;

  @BeforeAll
  static void start() {
    node = new Node(FreshViews.database(), "jobtrail.views.patience=60s");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void a_scrapped_serial_says_why_where_when_and_by_whom_until_that_is_taken_back() {
    PathCreated path = path("scrap", 1, 1, "cut", "fold");
    node.append(Shop.moved(path, 1, 0));
    node.append(scrapped(path, 1, 1, ScrapReason.OTHER, "Fell off the bench"));

    Answer answer = node.getNow("/api/serials/SN-00001");
    JsonNode serial = answer.json();
    assertThat(answer.header("ETag")).isEqualTo("\"2\"");
    assertThat(serial.path("scrappedAt")).isEqualTo(serial.path("updatedAt"));
    assertThat(
            serial.asObject().without(List.of("createdAt", "updatedAt", "scrappedAt")).toString())
        .isEqualTo(
            "{\"id\":\"SN-00001\",\"jobId\":\"job_scrap\",\"pathId\":\"path_scrap\","
                + "\"currentStepIndex\":1,\"status\":\"scrapped\",\"held\":false,"
                + "\"scrapReason\":\"other\",\"scrapExplanation\":\"Fell off the bench\","
                + "\"scrapStepId\":\"step_scrap-fold\",\"scrappedBy\":\"tester\","
                + "\"forceCompleted\":false,\"certs\":[]}");
    assertThat(line("jobId=job_scrap").toString())
        .contains("\"currentStepName\":\"Scrapped\"", "\"scrapReason\":\"other\"")
        .doesNotContain("forceCompleted", "held", "assignedTo");
    assertThat(progress("scrap")).isEqualTo("1 0 0 1 0.0");

    node.append(undone(path, 1, MoveKind.SCRAP, "fold", "fold"));
    answer = node.getNow("/api/serials/SN-00001");
    assertThat(answer.header("ETag")).isEqualTo("\"3\"");
    assertThat(answer.body()).doesNotContain("scrapReason", "scrappedBy").contains("in_progress");
    assertThat(line("stepId=step_scrap-fold").path("id").stringValue()).isEqualTo("SN-00001");
    assertThat(progress("scrap")).isEqualTo("1 0 1 0 0.0");
  }

  @Test
  void a_serial_completed_by_force_names_what_was_open_and_its_statuses_stay() {
    PathCreated path = path("force", 11, 2, "cut", "fold", "glue", "pack");
    node.append(advancedTo(path, 11, 0, 2, Classification.DEFERRED));
    node.append(
        new SerialForceCompleted(
            SerialId.of(11),
            path.jobId(),
            path.pathId(),
            step(path, 2),
            List.of(step(path, 1), step(path, 2), step(path, 3)),
            "Shipped as it is",
            1,
            MODE));

    JsonNode serial = node.getNow("/api/serials/SN-00011").json();
    assertThat(serial.path("forceCompletedAt")).isEqualTo(serial.path("updatedAt"));
    assertThat(
            serial
                .asObject()
                .without(List.of("createdAt", "updatedAt", "forceCompletedAt"))
                .toString())
        .isEqualTo(
            "{\"id\":\"SN-00011\",\"jobId\":\"job_force\",\"pathId\":\"path_force\","
                + "\"currentStepIndex\":-1,\"status\":\"completed\",\"held\":false,"
                + "\"forceCompleted\":true,\"forceCompletedBy\":\"tester\","
                + "\"forceCompletedReason\":\"Shipped as it is\",\"incompleteStepIds\":"
                + "[\"step_force-fold\",\"step_force-glue\",\"step_force-pack\"],\"certs\":[]}");
    assertThat(line("jobId=job_force").toString())
        .contains("\"currentStepName\":\"Completed\"", "\"forceCompleted\":true");
    assertThat(statuses(11)).containsExactly("completed", "deferred", "in_progress", "pending");
    assertThat(progress("force")).isEqualTo("2 1 1 0 100.0");

    node.append(
        new SerialDeferredCompleted(
            SerialId.of(11), path.jobId(), path.pathId(), step(path, 1), 1, MODE));
    assertThat(statuses(11)).containsExactly("completed", "completed", "in_progress", "pending");
    assertThat(node.get("/api/serials/SN-00011").header("ETag")).isEqualTo("\"3\"");
  }

  @Test
  void a_held_serial_says_so_until_it_is_released() {
    PathCreated path = path("held", 21, 1, "cut");
    node.append(new SerialHeld(SerialId.of(21), path.jobId(), path.pathId(), "Customer", 1, MODE));
    assertThat(node.getNow("/api/serials/SN-00021").json().path("held").booleanValue()).isTrue();
    assertThat(line("jobId=job_held").path("held").booleanValue()).isTrue();
    node.append(
        new SerialReleased(SerialId.of(21), path.jobId(), path.pathId(), "Agreed", 1, MODE));
    Answer answer = node.getNow("/api/serials/SN-00021");
    assertThat(answer.json().path("held").booleanValue()).isFalse();
    assertThat(answer.header("ETag")).isEqualTo("\"2\"");
  }

  @Test
  void step_statuses_tell_each_step_in_use_in_order() {
    PathCreated path = path("steps", 31, 1, "cut", "fold", "pack");
    node.append(advancedTo(path, 31, 0, 2, Classification.SKIPPED));
    node.append(overridden(path, 31, 2));
    assertThat(node.getNow("/api/serials/SN-00031/step-statuses").json().get(2).toString())
        .isEqualTo(
            "{\"stepId\":\"step_steps-pack\",\"stepName\":\"pack\",\"stepOrder\":2,"
                + "\"status\":\"in_progress\",\"optional\":false,"
                + "\"dependencyType\":\"preferred\",\"hasOverride\":true}");
    assertThat(statuses(31)).containsExactly("completed", "skipped", "in_progress");

    node.append(
        new PathStepsChanged(
            path.pathId(),
            path.jobId(),
            Stream.of("early", "cut", "pack", "late").map(s -> Shop.step("steps", s)).toList()));
    assertThat(statuses(31)).containsExactly("skipped", "completed", "in_progress", "pending");
  }

  @Test
  void overrides_are_all_kept_and_only_those_in_force_are_active() {
    PathCreated path = path("over", 41, 1, "cut", "fold");
    node.append(overridden(path, 41, 1));
    node.append(reversed(path, 41, 1), overridden(path, 41, 1), reversed(path, 41, 1));
    node.append(overridden(path, 41, 1));

    JsonNode overrides = node.getNow("/api/serials/SN-00041/overrides").json();
    assertThat(overrides.valueStream().map(o -> o.path("id").stringValue()))
        .containsExactly("snso_SN-00041_1", "snso_SN-00041_3", "snso_SN-00041_5");
    assertThat(overrides.valueStream().map(o -> o.path("active").booleanValue()))
        .containsExactly(false, false, true);
    assertThat(overrides.get(2).asObject().without("createdAt").toString())
        .isEqualTo(
            "{\"id\":\"snso_SN-00041_5\",\"serialId\":\"SN-00041\",\"stepId\":\"step_over-fold\","
                + "\"active\":true,\"reason\":\"Prototype\",\"createdBy\":\"tester\"}");
  }

  @Test
  void a_serial_on_a_retired_step_counts_and_is_shown_at_the_next_in_use() {
    PathCreated path = path("gone", 51, 2, "cut", "fold", "pack");
    node.append(Shop.moved(path, 51, 0));
    node.append(Shop.moved(path, 52, 0), Shop.moved(path, 52, 1));
    node.append(steps(path, "cut", "pack"));

    assertThat(counts("gone")).containsExactly(0L, 2L);
    assertThat(ids("stepId=step_gone-pack")).containsExactly("SN-00051", "SN-00052");
    assertThat(ids("stepId=step_gone-fold")).isEmpty();
    JsonNode shown = line("stepId=step_gone-pack");
    assertThat(shown.path("currentStepName").stringValue()).isEqualTo("pack");
    assertThat(shown.path("currentStepIndex").intValue()).isEqualTo(1);
    assertThat(statuses(51)).containsExactly("completed", "pending");

    node.append(steps(path, "cut"));
    assertThat(counts("gone")).containsExactly(2L);
    assertThat(ids("stepId=step_gone-cut")).containsExactly("SN-00051", "SN-00052");
    assertThat(line("stepId=step_gone-cut").path("currentStepName").stringValue()).isEqualTo("cut");
    assertThat(node.get("/api/serials/SN-00051").json().path("currentStepIndex").intValue())
        .isZero();
  }

  @Test
  void a_filter_is_given_once_and_an_unknown_serial_is_404() {
    Answer twice = node.get("/api/serials?stepId=step_a&stepId=step_b");
    assertThat(twice.status()).isEqualTo(400);
    assertThat(twice.json().path("errors").get(0).path("field").stringValue()).isEqualTo("stepId");
    assertThat(ids("stepId=nonsense")).isEmpty();
    for (String question : List.of("", "/step-statuses", "/overrides")) {
      Answer answer = node.get("/api/serials/SN-77777" + question);
      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.json().path("code").stringValue()).isEqualTo("serial-not-found");
    }
  }

  @Test
  void a_serial_on_a_step_that_the_paths_do_not_know_yet_is_answered_a_moment_later() {
    PathCreated path = path("ahead", 71, 2, "cut", "fold");
    node.append(
        new SerialAdvanced(
            SerialId.of(71),
            path.jobId(),
            path.pathId(),
            step(path, 0),
            Shop.step("ahead", "glue").stepId(),
            1,
            MODE));
    for (String question : List.of("", "/step-statuses")) {
      Answer answer = node.getNow("/api/serials/SN-00071" + question);
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.json().path("code").stringValue()).isEqualTo("view-behind");
      assertThat(answer.header("Retry-After")).isEqualTo("1");
    }
    assertThat(line("jobId=job_ahead").toString())
        .contains("\"currentStepIndex\":0,\"currentStepName\":\"\"", "\"in-progress\"");
    assertThat(node.getNow("/api/serials/SN-00072").status()).isEqualTo(200);

    node.append(steps(path, "cut", "glue", "fold"));
    assertThat(node.getNow("/api/serials/SN-00071").json().path("currentStepIndex").intValue())
        .isEqualTo(1);
    assertThat(statuses(71)).hasSize(3);
  }

  private static PathCreated path(String name, long firstSerial, int serials, String... steps) {
    PathCreated path = Shop.pathCreated(name, name, 1, steps);
    node.append(Shop.jobCreated(name, 1), path);
    node.append(Shop.serialsCreated(path, firstSerial, serials));
    return path;
  }

  private static StepId step(PathCreated path, int index) {
    return path.steps().get(index).stepId();
  }

  private static DomainEvent steps(PathCreated path, String... names) {
    String prefix = path.pathId().value().substring("path_".length());
    return new PathStepsChanged(
        path.pathId(), path.jobId(), Stream.of(names).map(n -> Shop.step(prefix, n)).toList());
  }

  private static DomainEvent advancedTo(
      PathCreated path, long serial, int from, int to, Classification how) {
    return new SerialAdvanced(
        SerialId.of(serial),
        path.jobId(),
        path.pathId(),
        step(path, from),
        step(path, to),
        List.of(new BypassedStep(step(path, from + 1), how)),
        1,
        MODE);
  }

  private static DomainEvent scrapped(
      PathCreated path, long serial, int at, ScrapReason reason, String explanation) {
    return new SerialScrapped(
        SerialId.of(serial),
        path.jobId(),
        path.pathId(),
        step(path, at),
        reason,
        explanation,
        1,
        MODE);
  }

  private static DomainEvent undone(
      PathCreated path, long serial, MoveKind kind, String from, String to) {
    String prefix = "step_" + path.pathId().value().substring("path_".length()) + "-";
    return new SerialMoveUndone(
        SerialId.of(serial),
        path.jobId(),
        path.pathId(),
        kind,
        new StepId(prefix + from),
        new StepId(prefix + to),
        List.of(),
        1,
        MODE);
  }

  private static DomainEvent overridden(PathCreated path, long serial, int at) {
    return new SerialStepOverridden(
        SerialId.of(serial), path.jobId(), path.pathId(), step(path, at), "Prototype", 1, MODE);
  }

  private static DomainEvent reversed(PathCreated path, long serial, int at) {
    return new SerialOverrideReversed(
        SerialId.of(serial), path.jobId(), path.pathId(), step(path, at), 1, MODE);
  }

  private static JsonNode line(String query) {
    return node.getNow("/api/serials?" + query).json().get(0);
  }

  private static List<String> ids(String query) {
    return node.getNow("/api/serials?" + query)
        .json()
        .valueStream()
        .map(serial -> serial.path("id").stringValue())
        .toList();
  }

  private static List<String> statuses(long serial) {
    return node.getNow("/api/serials/" + SerialId.of(serial) + "/step-statuses")
        .json()
        .valueStream()
        .map(step -> step.path("status").stringValue())
        .toList();
  }

  private static List<Long> counts(String path) {
    return node.getNow("/api/paths/path_" + path)
        .json()
        .path("distribution")
        .valueStream()
        .map(step -> step.path("serialCount").longValue())
        .toList();
  }

  /** Serials in all, completed, in progress, scrapped, and the percentage. */
  private static String progress(String job) {
    JsonNode progress = node.getNow("/api/jobs/job_" + job).json().path("progress");
    return Stream.of(
            "totalSerials",
            "completedSerials",
            "inProgressSerials",
            "scrappedSerials",
            "progressPercent")
        .map(member -> progress.path(member).asString())
        .reduce((one, next) -> one + " " + next)
        .orElse("");
  }
}
