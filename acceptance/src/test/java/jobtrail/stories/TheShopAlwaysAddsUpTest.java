package jobtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
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
  void invariant_17_scrapped_serials_stand_in_no_step_but_stay_in_the_lists() {
    for (PaperShop shop : day().shops()) {
      List<String> onSteps = new ArrayList<>();
      for (JsonNode step : day().read("/api/paths/" + shop.path()).get("steps")) {
        day()
            .read("/api/serials?stepId=" + step.get("id").asString())
            .forEach(serial -> onSteps.add(serial.get("id").asString()));
      }
      for (JsonNode gone : day().read("/api/serials?status=scrapped&pathId=" + shop.path())) {
        assertThat(onSteps).doesNotContain(gone.get("id").asString());
      }
      assertThat(day().read("/api/serials?pathId=" + shop.path()).size())
          .isEqualTo(shop.serials().size());
    }
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
