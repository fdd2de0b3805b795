package jobtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ASerialTravelsItsPathTest {

  @TempDir Path directory;

  /**
   * One job's day, with a power cut at its end; nothing that was answered is lost, and a replay
   * tells the same.
   */
  @Test
  void ten_serials_go_from_the_first_step_to_the_last_and_nothing_is_ever_forgotten() {
    Path data = directory.resolve("data");
    try (RunningShop shop = RunningShop.standalone(data)) {
      Http http = shop.http();
      String job = http.newJob("Housings", 10);
      Http.Reply path = http.newPath(job, 10, "Cut", "Bend", "Paint");
      Http.Reply issued = http.newSerials(job, path.text("/id"), 10);
      assertThat(progressOf(http, job, issued.position())).isZero();

      List<String> serials =
          StreamSupport.stream(issued.json().spliterator(), false)
              .map(serial -> serial.get("id").asString())
              .toList();
      assertThat(serials).hasSize(10).first().isEqualTo("SN-00001");
      double before = 0;
      for (String serial : serials) {
        http.advance(serial).expect(200);
        http.advance(serial).expect(200);
        Http.Reply last = http.advance(serial).expect(200);
        assertThat(last.text("/status")).isEqualTo("completed");
        double after = progressOf(http, job, last.position());
        assertThat(after).isGreaterThan(before);
        before = after;
      }
      assertThat(before).isEqualTo(100);

      long end = http.advance(serials.getFirst()).expect(400).position();
      Map<String, String> told = answers(http, job, path.text("/id"), serials, end);
      shop.kill();
      shop.restart();
      assertThat(answers(http, job, path.text("/id"), serials, end)).isEqualTo(told);

      shop.kill();
      Database.of(data).tell("drop schema views cascade");
      shop.restart();
      assertThat(answers(http, job, path.text("/id"), serials, end)).isEqualTo(told);

      // Invariant 7: not even two power cuts make a number come back.
      assertThat(http.newSerials(job, path.text("/id"), 1).text("/0/id"))
          .isGreaterThan(serials.getLast());
    }
  }

  private static double progressOf(Http http, String job, long seen) {
    JsonNode progress = http.get("/api/jobs/" + job, seen).expect(200).json().get("progress");
    assertThat(progress.get("progressPercent").asDouble())
        .isEqualTo(progress.get("percentComplete").asDouble());
    return progress.get("progressPercent").asDouble();
  }

  /** Every GET about the job, byte for byte. */
  private static Map<String, String> answers(
      Http http, String job, String path, List<String> serials, long seen) {
    Map<String, String> answers = new LinkedHashMap<>();
    List<String> questions =
        List.of(
            "/api/jobs",
            "/api/jobs/" + job,
            "/api/paths/" + path,
            "/api/serials",
            "/api/serials?jobId=" + job,
            "/api/serials?pathId=" + path + "&status=completed");
    questions.forEach(
        question -> answers.put(question, http.get(question, seen).expect(200).body()));
    serials.forEach(
        serial -> answers.put(serial, http.get("/api/serials/" + serial, seen).expect(200).body()));
    return answers;
  }
}
