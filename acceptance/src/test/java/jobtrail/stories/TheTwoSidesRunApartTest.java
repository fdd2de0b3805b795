package jobtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import jobtrail.ledger.DatabaseAddress;
import jobtrail.ledger.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TheTwoSidesRunApartTest {

  private static final String MULTIPART = "multipart/form-data; boundary=cut";
  private static final String FORM =
      "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n%PDF-1.7\r\n--cut--\r\n";

  @TempDir Path directory;

  @Test
  void two_processes_and_one_port_tell_the_same_story_as_one_process() {
    DatabaseAddress database = TestPostgres.freshDatabase();
    try (RunningShop command = side("jobtrail.command.CommandSideApplication", database);
        RunningShop query = side("jobtrail.query.QuerySideApplication", database);
        Gateway gateway = new Gateway(command.port(), query.port())) {
      Http http = gateway.http();
      String job = http.newJob("Brackets", 20);
      Http.Reply path = http.newPath(job, 20, "Cut", "Paint");
      List<String> serials =
          StreamSupport.stream(
                  http.newSerials(job, path.text("/id"), 20).json().spliterator(), false)
              .map(serial -> serial.get("id").asString())
              .toList();

      // Twenty operators at once, each of whom reads back what was just written, while all the
      // others write.
      IntStream.range(0, 20)
          .parallel()
          .forEach(n -> {
            Http.Reply moved = http.advance(serials.get(n)).expect(200);
            Http.Reply seen =
                http.get("/api/serials/" + serials.get(n), moved.position()).expect(200);
            assertThat(seen.text("/currentStepIndex")).isEqualTo("1");
            assertThat(seen.header("ETag")).isEqualTo(moved.header("ETag"));
            assertThat(seen.text("/updatedAt")).isEqualTo(moved.text("/updatedAt"));
          });

      Http.Reply last = http.advance(serials.getLast()).expect(200);
      assertThat(
              http.get("/api/jobs/" + job, last.position())
                  .expect(200)
                  .text("/progress/completedSerials"))
          .isEqualTo("1");
      assertThat(http.get("/api/paths/path_unknown").expect(404).text("/code"))
          .isEqualTo("path-not-found");

      filesAndTheCustomersPageAreFound(http, job);

      query.kill();
      http.newJob("While nobody looked", 1);
      query.restart();
      Http.Reply renamed =
          http.put("/api/jobs/" + job, "{\"name\":\"Brackets, long\"}").expect(200);
      assertThat(http.get("/api/jobs/" + job, renamed.position()).expect(200).text("/name"))
          .isEqualTo("Brackets, long");
    }
  }

  private static void filesAndTheCustomersPageAreFound(Http http, String job) {
    String line = "{\"name\":\"Posters\",\"quantity\":50}";
    String item = "/api/items/" + http.post("/api/jobs/" + job + "/items", line).text("/id");
    http.send("POST", item + "/artwork", FORM, "Content-Type", MULTIPART).expect(201);
    Http.Reply proof =
        http.send("POST", item + "/proof", FORM, "Content-Type", MULTIPART).expect(201);
    assertThat(http.get(item + "/artwork/1/1").expect(200).body()).isEqualTo("%PDF-1.7");
    assertThat(http.get(proof.text("/file/href")).expect(200).body()).isEqualTo("%PDF-1.7");
    assertThat(http.get(item + "/transitions").expect(200).text("/state")).isEqualTo("in_review");

    Http.Reply link = http.post(item + "/proof-link", "{}").expect(201);
    assertThat(http.get(link.text("/path")).expect(200).body()).contains("Posters");
    assertThat(http.get(item, link.position()).expect(200).text("/artwork/0/files/0/href"))
        .isEqualTo(item + "/artwork/1/1");
  }

  private RunningShop side(String mainClass, DatabaseAddress database) {
    return RunningShop.side(
        mainClass,
        directory.resolve(mainClass + ".log"),
        "--jobtrail.database.url=" + database.url(),
        "--jobtrail.database.username=" + database.username(),
        "--jobtrail.database.password=" + database.password(),
        "--jobtrail.artwork-dir=" + directory.resolve("artwork"));
  }
}
