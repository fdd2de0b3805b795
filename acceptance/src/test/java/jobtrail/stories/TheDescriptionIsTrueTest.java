package jobtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class TheDescriptionIsTrueTest {

  @TempDir Path directory;

  private final List<String> asked = new ArrayList<>();

  /**
   * Calls every operation that is described, with and without success, and compares each answer
   * with its schema.
   */
  @Test
  void what_the_endpoints_answer_is_what_the_description_says() throws IOException {
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

      String tags = "/api/jobs/{jobId}/tags";
      String itsTags = "/api/jobs/" + job + "/tags";
      hold(description, "PUT", tags, itsTags, "{\"tags\":[7]}", 400, http);
      hold(description, "PUT", tags, itsTags, "{\"tags\":[\"Rush\"]}", 200, http);
      String order = "/api/jobs/priorities";
      hold(description, "PATCH", order, order, "{\"jobIds\":[\"job_none\"]}", 404, http);
      Http.Reply ordered =
          hold(description, "PATCH", order, order, "{\"jobIds\":[\"" + job + "\"]}", 200, http);
      assertThat(http.get(itsTags, ordered.position()).status()).isEqualTo(200);
      hold(description, "GET", tags, itsTags, null, 200, http);
      hold(description, "GET", tags, "/api/jobs/job_none/tags", null, 404, http);
      hold(description, "GET", "/api/jobs/progress", "/api/jobs/progress", null, 200, http);
      hold(description, "GET", "/api/jobs/progress", "/api/jobs/progress?limit=0", null, 400, http);

      hold(description, "GET", "/api/jobs", "/api/jobs", null, 200, http);
      hold(description, "GET", "/api/jobs", "/api/jobs?limit=0", null, 400, http);
      hold(description, "GET", "/api/jobs/{jobId}", "/api/jobs/" + job, null, 200, http);
      hold(description, "GET", "/api/paths/{pathId}", "/api/paths/" + path, null, 200, http);
      hold(description, "GET", "/api/serials", "/api/serials?jobId=" + job, null, 200, http);
      hold(
          description, "GET", "/api/serials/{serialId}", "/api/serials/" + serial, null, 200, http);
      hold(description, "GET", "/api/serials/{serialId}", "/api/serials/SN-77777", null, 404, http);
      hold(description, "DELETE", "/api/paths/{pathId}", "/api/paths/" + path, null, 400, http);
      String spare = http.newPath(job, 1, "Only").text("/id");
      hold(description, "DELETE", "/api/paths/{pathId}", "/api/paths/" + spare, null, 200, http);

      peopleAndTemplates(description, job, http);
      SerialCalls.Hold hold =
          (method, template, address, body, status) ->
              hold(description, method, template, address, body, status, http);
      new SerialCalls(hold, http).everything(job);
      new ItemCalls(hold, http).everything();
      asked.addAll(new FileCalls(description, http).everything(job));

      assertThat(asked).containsAll(description.operations());
      keepForTheGateway(description);
    }
  }

  private void peopleAndTemplates(Description description, String job, Http http) {
    String users = "/api/users";
    Http.Reply olga =
        hold(
            description,
            "POST",
            users,
            users,
            "{\"name\":\"Olga\",\"department\":\"Paint\"}",
            201,
            http);
    String user = olga.text("/id");
    hold(description, "PUT", users + "/{userId}", users + "/" + user, "{}", 200, http);
    hold(description, "PUT", users + "/{userId}", users + "/nobody", "{}", 404, http);
    assertThat(http.get(users, olga.position()).status()).isEqualTo(200);
    hold(description, "GET", users, users, null, 200, http);
    hold(description, "GET", users + "/{userId}", users + "/" + user, null, 200, http);

    String templates = "/api/templates";
    String one = templates + "/{templateId}";
    String body = "{\"name\":\"Housing\",\"steps\":[{\"name\":\"Cut\",\"location\":\"Hall 1\"}]}";
    Http.Reply made = hold(description, "POST", templates, templates, body, 201, http);
    String template = templates + "/" + made.text("/id");
    hold(description, "PUT", one, template, "{\"name\":\"Case\"}", 200, http);
    assertThat(http.get(template, made.position()).status()).isEqualTo(200);
    hold(description, "GET", templates, templates, null, 200, http);
    hold(description, "GET", one, template, null, 200, http);
    String asks = "{\"jobId\":\"%s\",\"goalQuantity\":2}".formatted(job);
    Http.Reply path =
        hold(description, "POST", one + "/apply", template + "/apply", asks, 201, http);
    hold(description, "POST", one + "/apply", template + "/apply", "{}", 400, http);
    hold(description, "DELETE", one, template, null, 200, http);

    String step = "/api/steps/" + path.text("/steps/0/id");
    String assign = "/api/steps/{stepId}/assign";
    String config = "/api/steps/{stepId}/config";
    String toOlga = "{\"userId\":\"%s\"}".formatted(user);
    hold(description, "PATCH", assign, step + "/assign", toOlga, 200, http);
    hold(description, "PATCH", assign, step + "/assign", "{\"userId\":null}", 200, http);
    hold(description, "PATCH", config, step + "/config", "{\"optional\":true}", 200, http);
    hold(description, "PATCH", config, step + "/config", "{}", 400, http);
  }

  /**
   * The gateway hands out one description of both sides; when it is stale it is written anew, to be
   * looked at and committed.
   */
  private static void keepForTheGateway(Description live) throws IOException {
    Path page = Path.of("../docs/openapi.json");
    JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    List<String> kept =
        Files.exists(page)
            ? new Description(json.readTree(Files.readString(page))).operations()
            : List.of();
    if (!Set.copyOf(kept).equals(Set.copyOf(live.operations()))) {
      ((ObjectNode) live.document()).remove("servers");
      Files.writeString(page, json.writeValueAsString(live.document()) + "\n");
    }
    assertThat(kept).containsExactlyInAnyOrderElementsOf(live.operations());
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
