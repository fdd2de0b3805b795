package jobtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What always holds of what can be read, by its number, after a day at random on some jobs. */
class TheShopAlwaysAddsUpTest {

  private static final int JOBS = 6;
  private static final int GOAL = 3;

  @TempDir static Path directory;

  private static @Nullable RunningShop running;
  private static @Nullable Day today;

  /** Jobs with two paths each, and what was done to their serials. */
  record Day(Http http, List<String> jobs, List<PaperShop> shops, long seen) {

    static Day lived(Http http) {
      Map<String, String> certificates = PaperShop.certificates(http);
      Random random = new Random(20);
      List<String> jobs = new ArrayList<>();
      List<PaperShop> shops = new ArrayList<>();
      for (int i = 0; i < JOBS; i++) {
        jobs.add(http.newJob("Random day", GOAL));
        shops.add(PaperShop.lived(http, certificates, jobs.getLast(), random));
        shops.add(PaperShop.lived(http, certificates, jobs.getLast(), random));
      }
      return new Day(http, jobs, shops, shops.getLast().seen());
    }

    JsonNode read(String path) {
      return http.get(path, seen).expect(200).json();
    }

    JsonNode progress(String job) {
      return read("/api/jobs/" + job).get("progress");
    }
  }

  @BeforeAll
  static void a_day_passes() {
    running = RunningShop.standalone(directory.resolve("data"));
    today = Day.lived(running.http());
  }

  @AfterAll
  static void it_closes() {
    if (running != null) {
      running.close();
    }
  }

  private static Day day() {
    return Objects.requireNonNull(today);
  }

  @Test
  void invariant_1_a_jobs_serials_are_those_of_its_paths() {
    for (String job : day().jobs()) {
      long onPaths = 0;
      for (JsonNode path : day().read("/api/jobs/" + job).get("paths")) {
        onPaths += day().read("/api/serials?pathId=" + path.get("id").asString()).size();
      }
      assertThat(day().progress(job).get("totalSerials").asLong()).isEqualTo(onPaths);
      assertThat(day().read("/api/serials?jobId=" + job).size()).isEqualTo(onPaths);
    }
  }

  @Test
  void invariant_2_every_serial_of_a_path_stands_on_a_step_or_is_completed_or_scrapped() {
    for (PaperShop shop : day().shops()) {
      String serials = "/api/serials?pathId=" + shop.path();
      long standing = 0;
      for (JsonNode step : day().read("/api/paths/" + shop.path()).get("distribution")) {
        standing += step.get("serialCount").asLong();
      }
      long completed = day().read(serials + "&status=completed").size();
      long scrapped = day().read(serials + "&status=scrapped").size();
      assertThat(standing + completed + scrapped).isEqualTo(shop.serials().size());
    }
  }

  @Test
  void invariant_3_and_4_progress_adds_up_and_leaves_scrap_out_of_the_goal() {
    for (String job : day().jobs()) {
      JsonNode progress = day().progress(job);
      long completed = progress.get("completedSerials").asLong();
      long scrapped = progress.get("scrappedSerials").asLong();
      long inProgress = progress.get("inProgressSerials").asLong();
      long total = progress.get("totalSerials").asLong();
      assertThat(total).isEqualTo(completed + scrapped + inProgress);
      assertThat(List.of(completed, scrapped, inProgress)).allMatch(count -> count >= 0);
      assertThat(progress.get("producedQuantity").asLong()).isEqualTo(total);
      assertThat(progress.get("orderedQuantity").asLong()).isEqualTo(GOAL);
      long adjusted = GOAL - scrapped;
      double percent = adjusted > 0 ? 100.0 * completed / adjusted : completed > 0 ? 100 : 0;
      assertThat(progress.get("progressPercent").asDouble())
          .isCloseTo(percent, Offset.offset(1e-9));
    }
  }

  @Test
  void invariant_4_scrap_never_lowers_the_percent_and_another_goal_works_it_out_anew() {
    Http http = day().http();
    String job = http.newJob("Scrap and goals", 4);
    Http.Reply path = http.newPath(job, 4, "Cut");
    List<String> ids = ids(http.newSerials(job, path.text("/id"), 5).json());
    double percent = percent(job, http.advance(ids.getFirst()).expect(200));
    for (String id : ids.subList(1, 4)) {
      double before = percent;
      percent =
          percent(job, http.post("/api/serials/" + id + "/scrap", "{\"reason\":\"damaged\"}"));
      assertThat(percent).isGreaterThan(before);
    }
    assertThat(percent).isEqualTo(100);

    Http.Reply raised = http.put("/api/jobs/" + job, "{\"goalQuantity\":23}").expect(200);
    assertThat(percent(job, raised)).isEqualTo(5);
  }

  @Test
  void invariant_5_the_bottlenecks_are_exactly_the_steps_where_most_serials_stand() {
    for (PaperShop shop : day().shops()) {
      JsonNode steps = day().read("/api/paths/" + shop.path()).get("distribution");
      long most =
          StreamSupport.stream(steps.spliterator(), false)
              .mapToLong(step -> step.get("serialCount").asLong())
              .max()
              .orElse(0);
      for (JsonNode step : steps) {
        long here = step.get("serialCount").asLong();
        assertThat(step.get("isBottleneck").asBoolean()).isEqualTo(here > 0 && here == most);
      }
    }
  }

  @Test
  void invariant_6_each_serial_on_its_way_is_in_the_queues_once() {
    List<String> queued = new ArrayList<>();
    long counted = 0;
    // Others work in this shop meanwhile: only the day's own jobs stand still.
    for (JsonNode row : day().read("/api/operator/queue/_all").get("jobs")) {
      if (day().jobs().contains(row.get("jobId").asString())) {
        row.get("serialIds").forEach(serial -> queued.add(serial.asString()));
        counted += row.get("partCount").asLong();
      }
    }
    List<String> onTheirWay = new ArrayList<>();
    for (String job : day().jobs()) {
      day()
          .read("/api/serials?status=in_progress&limit=5000&jobId=" + job)
          .forEach(serial -> onTheirWay.add(serial.get("id").asString()));
    }
    assertThat(queued).containsExactlyInAnyOrderElementsOf(onTheirWay);
    assertThat(counted).isEqualTo(onTheirWay.size());
  }

  @Test
  void invariant_7_serial_numbers_rise_across_jobs_and_paths() {
    List<String> issued = day().shops().stream().flatMap(shop -> shop.serials().stream()).toList();
    assertThat(issued).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void invariant_8_a_serial_is_at_one_of_its_paths_steps_until_it_is_completed() {
    for (PaperShop shop : day().shops()) {
      int steps = day().read("/api/paths/" + shop.path()).get("steps").size();
      for (JsonNode serial : day().read("/api/serials?pathId=" + shop.path())) {
        int index = serial.get("currentStepIndex").asInt();
        assertThat(
                day()
                    .read("/api/serials/" + serial.get("id").asString())
                    .get("currentStepIndex")
                    .asInt())
            .isEqualTo(index);
        if (serial.get("status").asString().equals("completed")) {
          assertThat(index).isEqualTo(-1);
        } else {
          assertThat(index).isBetween(0, steps - 1);
        }
      }
    }
  }

  @Test
  void invariant_13_each_serial_has_one_of_six_statuses_for_each_step_of_its_path() {
    Set<String> known = new HashSet<>();
    for (PaperShop shop : day().shops()) {
      List<String> steps = ids(day().read("/api/paths/" + shop.path()).get("steps"));
      for (String id : shop.serials()) {
        List<String> told = new ArrayList<>();
        for (JsonNode step : day().read("/api/serials/" + id + "/step-statuses")) {
          told.add(step.get("stepId").asString());
          known.add(step.get("status").asString());
        }
        assertThat(told).isEqualTo(steps);
      }
    }
    assertThat(known)
        .isSubsetOf("pending", "in_progress", "completed", "skipped", "deferred", "waived");
  }

  @Test
  void invariant_17_scrapped_serials_stand_in_no_step_but_stay_in_the_lists() {
    List<String> scrapped = new ArrayList<>();
    for (PaperShop shop : day().shops()) {
      List<String> onSteps = new ArrayList<>();
      for (String step : ids(day().read("/api/paths/" + shop.path()).get("steps"))) {
        onSteps.addAll(ids(day().read("/api/serials?stepId=" + step)));
        day()
            .read("/api/operator/step/" + step)
            .at("/job/serialIds")
            .forEach(serial -> onSteps.add(serial.asString()));
      }
      List<String> gone = ids(day().read("/api/serials?status=scrapped&pathId=" + shop.path()));
      scrapped.addAll(gone);
      assertThat(gone).noneMatch(onSteps::contains);
      assertThat(ids(day().read("/api/serials?pathId=" + shop.path())))
          .containsExactlyInAnyOrderElementsOf(shop.serials());
    }
    List<String> ofJobs = new ArrayList<>();
    day().jobs().forEach(job -> ofJobs.addAll(ids(day().read("/api/serials?jobId=" + job))));
    assertThat(scrapped).isNotEmpty();
    assertThat(ofJobs).containsAll(scrapped);
  }

  @Test
  void invariant_22_other_steps_and_another_mode_move_no_serial_and_rewrite_nothing() {
    Http http = day().http();
    String job = http.newJob("Planned anew", 3);
    Http.Reply path = http.newPath(job, 3, "Cut", "Fold", "Pack");
    String address = "/api/paths/" + path.text("/id");
    List<String> steps = ids(path.json().get("steps"));
    List<String> serials = ids(http.newSerials(job, path.text("/id"), 3).json());
    http.advance(serials.get(1)).expect(200);
    http.advance(serials.get(2)).expect(200);
    long seen = http.advance(serials.get(2)).expect(200).position();
    Map<String, String> before = past(http, steps, serials, seen);

    Http.Reply turned = http.put(address, plan(steps.reversed())).expect(200);
    assertThat(ids(turned.json().get("steps"))).isEqualTo(steps.reversed());
    for (int i = 0; i < steps.size(); i++) {
      assertThat(turned.json().at("/steps/" + i + "/order").asInt()).isEqualTo(i);
    }
    Http.Reply again = http.put(address, plan(steps.reversed())).expect(200);
    assertThat(again.header("ETag")).isEqualTo(turned.header("ETag"));
    Http.Reply loose =
        http.send("PATCH", address + "/advancement-mode", "{\"advancementMode\":\"per_step\"}")
            .expect(200);
    Http.Reply refused = http.put(address, plan(steps.subList(1, 3))).expect(409);
    assertThat(refused.text("/code")).isEqualTo("step-in-use");

    assertThat(past(http, steps, serials, refused.position())).isEqualTo(before);
    Http.Reply now = http.get(address, refused.position()).expect(200);
    assertThat(now.header("ETag")).isEqualTo(loose.header("ETag"));
    assertThat(ids(now.json().get("steps"))).isEqualTo(steps.reversed());
  }

  @Test
  void invariant_23_a_batch_answers_for_each_and_the_good_ones_go_unless_it_is_all_or_nothing() {
    Http http = day().http();
    String job = http.newJob("Batch", 2);
    Http.Reply path = http.newPath(job, 2, "Cut", "Fold");
    List<String> ids = new ArrayList<>();
    http.newSerials(job, path.text("/id"), 2)
        .json()
        .forEach(serial -> ids.add(serial.get("id").asString()));
    http.post("/api/serials/" + ids.getFirst() + "/hold", "{\"reason\":\"Check\"}").expect(200);
    String both = PaperShop.json("serialIds", ids, "userId", "user_ann");

    Http.Reply atomic = http.post("/api/serials/advance?atomic=true", both).expect(409);
    Http.Reply loose = http.post("/api/serials/advance", both).expect(200);

    assertThat(statuses(atomic)).containsExactly("refused", "ok");
    assertThat(statuses(loose)).containsExactly("refused", "ok");
    // The one that could go stood where it was until the second batch.
    assertThat(loose.text("/results/1/serial/currentStepIndex")).isEqualTo("1");
    assertThat(loose.text("/results/0/code")).isEqualTo("held");
  }

  @Test
  void invariant_24_a_certificate_attached_again_is_attached_once_and_told_once() {
    Http http = day().http();
    String job = http.newJob("Certificates", 1);
    Http.Reply path = http.newPath(job, 1, "Cut", "Fold");
    String serial = "/api/serials/" + http.newSerials(job, path.text("/id"), 1).text("/0/id");
    String certificate =
        http.post("/api/certs", PaperShop.json("type", "material", "name", "Steel"))
            .expect(201)
            .text("/id");
    String attach = PaperShop.json("certId", certificate, "userId", "user_ann");

    Http.Reply once = http.post(serial + "/attach-cert", attach).expect(200);
    Http.Reply twice = http.post(serial + "/attach-cert", attach).expect(200);

    assertThat(twice.body()).isEqualTo(once.body());
    assertThat(http.get(serial, twice.position()).header("ETag")).isEqualTo("\"1\"");
    assertThat(ids(http.get(serial + "/cert-attachments", twice.position()).json())).hasSize(1);
  }

  @Test
  void invariant_26_the_ledger_has_one_event_for_each_effect_on_a_serial_in_their_order() {
    Database database = Database.of(directory.resolve("data"));
    for (PaperShop shop : day().shops()) {
      for (String id : shop.serials()) {
        int effects = shop.effects(id);
        assertThat(day().http().get("/api/serials/" + id, day().seen()).header("ETag"))
            .isEqualTo("\"" + effects + "\"");
        assertThat(
                database.ask(
                    "select string_agg(sequence_number::text, ' ' order by position)"
                        + " from ledger.event where stream_id = '"
                        + id
                        + "'"))
            .isEqualTo(
                IntStream.rangeClosed(0, effects)
                    .mapToObj(String::valueOf)
                    .collect(Collectors.joining(" ")));
      }
    }
  }

  @Test
  void invariant_27_a_note_moves_no_serial_and_is_seen_from_each_it_names() {
    Http http = day().http();
    String job = http.newJob("Notes", 2);
    Http.Reply path = http.newPath(job, 2, "Cut", "Fold");
    List<String> ids = new ArrayList<>();
    Http.Reply issued = http.newSerials(job, path.text("/id"), 2);
    issued.json().forEach(serial -> ids.add(serial.get("id").asString()));
    String serial = "/api/serials/" + ids.getFirst();
    String before = http.get(serial, issued.position()).expect(200).body();

    String note = note(job, path, ids, "A burr");
    Http.Reply noted = http.post("/api/notes", note).expect(201);
    http.post("/api/notes", note(job, path, ids, "  ")).expect(400);

    assertThat(http.get(serial, noted.position()).body()).isEqualTo(before);
    for (String id : ids) {
      assertThat(http.get("/api/notes/serial/" + id, noted.position()).expect(200).body())
          .contains("A burr");
    }
  }

  @Test
  void invariant_28_what_is_refused_leaves_the_serial_and_the_ledger_as_they_were() {
    Http http = day().http();
    String job = http.newJob("Refused", 1);
    Http.Reply path = http.newPath(job, 1, "Cut", "Fold");
    Http.Reply issued = http.newSerials(job, path.text("/id"), 1);
    String serial = "/api/serials/" + issued.text("/0/id");
    String before = http.get(serial, issued.position()).expect(200).body();

    Http.Reply refused = http.post(serial + "/release", "{\"reason\":\"Checked\"}").expect(409);

    assertThat(refused.position()).isEqualTo(issued.position());
    assertThat(http.get(serial, refused.position()).body()).isEqualTo(before);
  }

  private static List<String> ids(JsonNode things) {
    return StreamSupport.stream(things.spliterator(), false)
        .map(thing -> thing.get("id").asString())
        .toList();
  }

  private static double percent(String job, Http.Reply after) {
    return day()
        .http()
        .get("/api/jobs/" + job, after.expect(200).position())
        .expect(200)
        .json()
        .at("/progress/progressPercent")
        .asDouble();
  }

  private static String plan(List<String> steps) {
    return PaperShop.json("steps", steps.stream().map(step -> Map.of("id", step)).toList());
  }

  /** Where serials stand, their versions, and which steps they came to, whatever the order. */
  private static Map<String, String> past(
      Http http, List<String> steps, List<String> serials, long seen) {
    Map<String, String> past = new TreeMap<>();
    for (String step : steps) {
      past.put(step, ids(http.get("/api/serials?stepId=" + step, seen).json()).toString());
    }
    for (String id : serials) {
      past.put(id, String.valueOf(http.get("/api/serials/" + id, seen).header("ETag")));
      for (JsonNode step : http.get("/api/serials/" + id + "/step-statuses", seen).json()) {
        String status = step.get("status").asString();
        if (status.equals("in_progress") || status.equals("completed")) {
          past.put(id + " at " + step.get("stepId").asString(), status);
        }
      }
    }
    return past;
  }

  private static String note(String job, Http.Reply path, List<String> serials, String text) {
    return PaperShop.json(
        "jobId",
        job,
        "pathId",
        path.text("/id"),
        "stepId",
        path.text("/steps/0/id"),
        "serialIds",
        serials,
        "text",
        text,
        "userId",
        "user_ann");
  }

  private static List<String> statuses(Http.Reply batch) {
    return StreamSupport.stream(batch.json().get("results").spliterator(), false)
        .map(one -> one.get("status").asString())
        .toList();
  }
}
