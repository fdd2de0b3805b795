package jobtrail.http;

import static jobtrail.http.Answer.bytes;
import static jobtrail.http.Answer.post;
import static jobtrail.http.Answer.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class RefusalTest {

  @LocalServerPort private int port;

  @Test
  void a_body_over_the_limit_is_refused_and_the_answer_arrives() throws IOException {
    byte[] large = bytes("{\"x\":\"" + "x".repeat(32 * 1024 * 1024) + "\"}");

    Answer.to(port, post("/api/paths", "application/json", large)).problem(413, "body-too-large");
    Answer.to(
            port,
            request(
                "POST",
                "/api/paths",
                "Content-Type: application/json",
                "Transfer-Encoding: chunked"),
            bytes(Integer.toHexString(large.length) + "\r\n"),
            large,
            bytes("\r\n0\r\n\r\n"))
        .problem(413, "body-too-large");
    Answer.to(
            port,
            request(
                "PUT",
                "/api/versions/3",
                "Content-Type: application/x-www-form-urlencoded",
                "Transfer-Encoding: chunked"),
            bytes(Integer.toHexString(large.length) + "\r\n"),
            large,
            bytes("\r\n0\r\n\r\n"))
        .problem(415, "unsupported-media-type");
    Answer.to(port, post("/api/nowhere", "text/plain", large)).problem(413, "body-too-large");
  }

  @Test
  void a_stale_version_is_told_the_current_one() throws IOException {
    Answer answer = Answer.to(port, request("PUT", "/api/versions/3", "If-Match: \"2\""));

    assertThat(answer.header("ETag")).isEqualTo("\"3\"");
  }

  @Test
  void a_bug_is_answered_with_the_correlation_id_and_nothing_else() throws IOException {
    Answer answer = Answer.to(port, request("GET", "/api/broken", "X-Correlation-Id: abc-1"));

    assertThat(answer.problem(500, "internal-error").path("correlationId").asString())
        .isEqualTo("abc-1");
    assertThat(answer.body()).doesNotContain("select");
  }

  @Test
  void a_customers_link_stands_in_no_log() {
    String secret = "B-_".repeat(15);

    assertThat(ProblemAdvice.loggable("/customer/proofs/item_1." + secret + "/approve"))
        .isEqualTo("/customer/proofs/***/approve");
    assertThat(ProblemAdvice.loggable("/%63ustomer/proofs/item_1." + secret))
        .doesNotContain(secret);
    assertThat(ProblemAdvice.loggable("/api/items/item_1/transition"))
        .isEqualTo("/api/items/item_1/transition");
    assertThat(ProblemAdvice.loggable(null)).isNull();
  }

  @Test
  void a_problem_carries_what_the_refusal_added_and_where_it_happened() throws IOException {
    Answer answer = Answer.to(port, request("GET", "/api/stock"));

    assertThat(answer.json().path("left").asInt(-1)).isZero();
    assertThat(answer.json().path("instance").asString()).isEqualTo("/api/stock");
    assertThat(Answer.to(port, request("POST", "/api/written")).header("Allow")).contains("GET");
  }

  @Test
  void a_connection_lives_on_after_a_refusal() throws IOException {
    byte[] good = request("GET", "/api/written");

    for (byte[] refused :
        new byte[][] {
          bytes("TRACE /api/written HTTP/1.1\r\nHost: shop\r\n\r\n"),
          bytes("GET /api/nowhere HTTP/1.1\r\nHost: shop\r\n\r\n"),
        }) {
      Answer both = Answer.to(port, refused, good);
      assertThat(both.status()).isGreaterThanOrEqualTo(400);
      assertThat(both.body()).contains("HTTP/1.1 200", "33.333333333333336");
    }
  }

  @Test
  void the_words_do_not_follow_the_browsers_language() throws IOException {
    byte[] body = bytes("[null]");
    byte[] head =
        request(
            "POST",
            "/api/steps?times=1",
            "Accept-Language: de",
            "Content-Type: application/json",
            "Content-Length: " + body.length);
    Answer answer = Answer.to(port, head, body);

    assertThat(answer.problem(400, "invalid-request").path("detail").asString())
        .endsWith(" is required");
  }
}
