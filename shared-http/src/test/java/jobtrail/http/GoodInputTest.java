package jobtrail.http;

import static jobtrail.http.Answer.post;
import static jobtrail.http.Answer.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class GoodInputTest {

  @LocalServerPort private int port;
  @Autowired private Environment settings;

  private Answer create(String body) throws IOException {
    return Answer.to(
        port, post("/api/paths", "application/json", body.getBytes(StandardCharsets.UTF_8)));
  }

  private Answer get(String target, String... headers) throws IOException {
    return Answer.to(port, request("GET", target, headers));
  }

  @Test
  void full_unicode_is_welcome_and_counted_by_characters() throws IOException {
    String name = "\uD83D\uDE00".repeat(199) + "é";

    Answer answer =
        create("{\"jobId\":\"j\",\"name\":\"" + name + "\",\"goalQuantity\":1000000000}");

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.json().path("name").asString()).isEqualTo(name);
  }

  @Test
  void unknown_fields_are_ignored_and_absent_ones_left_out() throws IOException {
    Answer answer =
        create(
            "\uFEFF{\"jobId\":\"j\",\"name\":\"Cut\",\"goalQuantity\":1,\"remark\":\"a\\n\\tb\",\"weight\":2,"
                + "\"due\":\"2026-11-23T03:08:00+01:00\",\"unknown\":[{\"a\":null}]}");

    assertThat(answer.json())
        .isEqualTo(
            tools.jackson.databind.json.JsonMapper.shared()
                .readTree(
                    "{\"jobId\":\"j\",\"name\":\"Cut\",\"goalQuantity\":1,\"remark\":\"a\\n\\tb\",\"weight\":2.0,\"due\":\"2026-11-23T02:08:00.000Z\"}"));
  }

  @Test
  void nesting_of_32_is_still_fine() throws IOException {
    Answer answer =
        create(
            "{\"jobId\":\"j\",\"name\":\"Cut\",\"goalQuantity\":1,\"x\":"
                + "[".repeat(31)
                + "]".repeat(31)
                + "}");

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
  }

  @Test
  void times_have_milliseconds_and_fractions_are_not_rounded() throws IOException {
    Answer answer = get("/api/written");

    JsonNode json = answer.json();
    assertThat(json.path("at").asString()).isEqualTo("2026-11-23T02:08:00.000Z");
    assertThat(answer.body()).contains("33.333333333333336").doesNotContain("absent", "nothing");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void a_page_leads_to_the_next_and_keeps_the_other_parameters() throws IOException {
    Answer first = get("/api/pages");
    Answer later = get("/api/pages?limit=5&cursor=7&status=a%26b");

    assertThat(first.json().path("limit").asInt()).isEqualTo(1000);
    assertThat(first.header("Link")).isEqualTo("</api/pages?cursor=42>; rel=\"next\"");
    assertThat(later.json().path("cursor").asLong()).isEqualTo(7);
    assertThat(later.header("Link"))
        .isEqualTo("</api/pages?limit=5&status=a%26b&cursor=42>; rel=\"next\"");
  }

  @Test
  void the_version_seen_last_may_be_changed() throws IOException {
    for (String header :
        new String[] {
          "X-None: 1", "If-Match: *", "If-Match: \"3\"", "If-Match: \"1\", W/\"2\" ,\"3\""
        }) {
      Answer answer = Answer.to(port, request("PUT", "/api/versions/3", header));
      assertThat(answer.status()).as(header).isEqualTo(200);
    }
  }

  @Test
  void headers_are_read_as_utf8_where_they_are_utf8() throws IOException {
    byte[] utf8 = "Jürgen".getBytes(StandardCharsets.UTF_8);

    assertThat(get("/api/positions", "X-Actor: J\u00FCrgen").json().path("actor").asString())
        .isEqualTo("Jürgen");
    assertThat(
            get("/api/positions", "X-Actor: " + new String(utf8, StandardCharsets.ISO_8859_1))
                .json()
                .path("actor")
                .asString())
        .isEqualTo("Jürgen");
    assertThat(get("/api/positions", "Ledger-Position: 12").json().path("position").asLong())
        .isEqualTo(12);
  }

  @Test
  void the_description_is_openapi_3_1_and_names_the_problem_everywhere() throws IOException {
    JsonNode api = get("/v3/api-docs").json();

    assertThat(api.path("openapi").asString()).startsWith("3.1");
    assertThat(api.at("/info/title").asString()).isEqualTo("Jobtrail");
    assertThat(api.at("/components/schemas/Problem/properties/statusCode/type").asString())
        .isEqualTo("integer");
    assertThat(api.path("paths").propertyNames()).contains("/api/paths").doesNotContain("/error");
    for (JsonNode operations : api.path("paths")) {
      for (JsonNode operation : operations) {
        assertThat(
                operation
                    .at("/responses/default/content/application~1problem+json/schema/$ref")
                    .asString())
            .isEqualTo("#/components/schemas/Problem");
      }
    }
    JsonNode path = api.at("/components/schemas/NewPath");
    assertThat(path.path("required").valueStream().map(JsonNode::asString))
        .contains("jobId", "name", "goalQuantity")
        .doesNotContain("remark");
    assertThat(path.at("/properties/name/maxLength").asInt()).isEqualTo(200);
    assertThat(path.at("/properties/goalQuantity/maximum").asInt()).isEqualTo(1_000_000_000);
    assertThat(api.at("/paths/~1api~1pages/get/parameters").findValuesAsString("name"))
        .containsExactly("limit", "cursor", "Ledger-Position");
  }

  @Test
  void the_browsable_page_comes_from_here() throws IOException {
    assertThat(get("/swagger-ui.html").status()).isEqualTo(302);
    Answer page = get("/swagger-ui/index.html");
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("https://");
    assertThat(get("/v3/api-docs/swagger-config").body()).contains("\"validatorUrl\":\"\"");
  }

  @Test
  void health_and_metrics_keep_their_own_shape() throws IOException {
    assertThat(get("/actuator/health/readiness").json().path("status").asString()).isEqualTo("UP");
    assertThat(get("/actuator/health/liveness").json().path("status").asString()).isEqualTo("UP");
    assertThat(get("/actuator/prometheus").body()).contains("jvm_memory_used_bytes");
    get("/actuator/nowhere").problem(404, "not-found");
  }

  @Test
  void the_settings_both_sides_share_are_in_force() throws IOException {
    assertThat(get("/api/threads").json().path("virtual").asBoolean()).isTrue();
    assertThat(settings.getProperty("server.address")).isEqualTo("127.0.0.1");
    assertThat(settings.getProperty("server.shutdown")).isEqualTo("graceful");
    assertThat(settings.getProperty("spring.lifecycle.timeout-per-shutdown-phase"))
        .as("a later document of the application's own file wins over what it imports")
        .isEqualTo("2s");
  }
}
