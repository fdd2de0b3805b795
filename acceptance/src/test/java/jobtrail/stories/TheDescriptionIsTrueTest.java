package jobtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TheDescriptionIsTrueTest {

  @TempDir Path directory;

  private final List<String> asked = new ArrayList<>();

  /**
   * Calls every operation that is described, with and without success, and compares each answer
   * with its schema.
   */
  @Test
  void what_the_endpoints_answer_is_what_the_description_says() {
    try (RunningShop shop = RunningShop.standalone(directory.resolve("data"))) {
      Http http = shop.http();
      Description description = new Description(http.get("/v3/api-docs").expect(200).json());
      assertThat(description.document().get("openapi").asString()).startsWith("3.1");

      String job =
          hold(description, "POST", "/api/jobs", "/api/jobs", fullJob(), 201, http).text("/id");
      String path =
          hold(description, "POST", "/api/paths", "/api/paths", pathOf(job), 201, http).text("/id");
      Http.Reply serials =
          hold(
              description, "POST", "/api/serials", "/api/serials", serialsOf(job, path), 201, http);
      String serial = serials.text("/0/id");
      String advance = "/api/serials/{serialId}/advance";
      hold(description, "POST", advance, "/api/serials/" + serial + "/advance", "{}", 200, http);
      Http.Reply done =
          hold(
              description, "POST", advance, "/api/serials/" + serial + "/advance", null, 200, http);
      hold(description, "POST", advance, "/api/serials/" + serial + "/advance", null, 400, http);
      assertThat(http.get("/api/jobs/" + job, done.position()).status()).isEqualTo(200);

      hold(
          description,
          "PUT",
          "/api/jobs/{jobId}",
          "/api/jobs/" + job,
          "{\"name\":\"B\"}",
          200,
          http);
      hold(description, "PUT", "/api/jobs/{jobId}", "/api/jobs/nobody", "{}", 404, http);
      hold(
          description,
          "PUT",
          "/api/paths/{pathId}",
          "/api/paths/" + path,
          "{\"steps\":[{\"name\":\"Turn\"}]}",
          409,
          http);
      hold(
          description,
          "PUT",
          "/api/paths/{pathId}",
          "/api/paths/" + path,
          "{\"name\":\"C\"}",
          200,
          http);
      String mode = "/api/paths/{pathId}/advancement-mode";
      hold(
          description,
          "PATCH",
          mode,
          "/api/paths/" + path + "/advancement-mode",
          "{\"advancementMode\":\"x\"}",
          400,
          http);
      Http.Reply last =
          hold(
              description,
              "PATCH",
              mode,
              "/api/paths/" + path + "/advancement-mode",
              "{\"advancementMode\":\"per_step\"}",
              200,
              http);
      assertThat(http.get("/api/paths/" + path, last.position()).status()).isEqualTo(200);

      hold(description, "GET", "/api/jobs", "/api/jobs", null, 200, http);
      hold(description, "GET", "/api/jobs", "/api/jobs?limit=0", null, 400, http);
      hold(description, "GET", "/api/jobs/{id}", "/api/jobs/" + job, null, 200, http);
      hold(description, "GET", "/api/paths/{id}", "/api/paths/" + path, null, 200, http);
      hold(description, "GET", "/api/serials", "/api/serials?jobId=" + job, null, 200, http);
      hold(description, "GET", "/api/serials/{id}", "/api/serials/" + serial, null, 200, http);
      hold(description, "GET", "/api/serials/{id}", "/api/serials/SN-77777", null, 404, http);
      hold(description, "DELETE", "/api/paths/{pathId}", "/api/paths/" + path, null, 400, http);
      String spare = http.newPath(job, 1, "Only").text("/id");
      hold(description, "DELETE", "/api/paths/{pathId}", "/api/paths/" + spare, null, 200, http);

      assertThat(asked).containsAll(description.operations());
    }
  }

  private Http.Reply hold(
      Description description,
      String method,
      String template,
      String path,
      @org.jspecify.annotations.Nullable String body,
      int status,
      Http http) {
    asked.add(method + " " + template);
    Http.Reply reply = http.send(method, path, body).expect(status);
    assertThat(description.differences(method, template, reply))
        .as(method + " " + path + " " + reply.body())
        .isEmpty();
    return reply;
  }

  private static String fullJob() {
    return """
    {"name":"Housings","goalQuantity":4,"reference":"PO 17","company":"Acme",
     "contact":{"name":"Ada","email":"ada@acme.example","phone":"+44 1"},
     "jiraTicketKey":"PI-1","jiraTicketSummary":"Housing","jiraPartNumber":"1234567-001","jiraPriority":"High",
     "jiraEpicLink":"PI-0","jiraLabels":["rush","export"]}
    """;
  }

  private static String pathOf(String job) {
    return """
    {"jobId":"%s","name":"Main","goalQuantity":4,
     "steps":[{"name":"Cut","location":"Hall 1"},{"name":"Paint","optional":true,"dependencyType":"physical"}]}
    """
        .formatted(job);
  }

  private static String serialsOf(String job, String path) {
    return "{\"jobId\":\"%s\",\"pathId\":\"%s\",\"quantity\":4,\"userId\":\"olga\"}"
        .formatted(job, path);
  }
}
