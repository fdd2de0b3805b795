package jobtrail.http;

import static jobtrail.http.Answer.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A request that must be refused, and how.
 *
 * @param wire the bytes of the request, one a character
 * @param code the problem's code; two with a bar between where either will do
 * @param says what the detail must contain
 */
record BadRequest(
    String what, String wire, int status, String code, List<String> fields, String says) {

  /** A body that is right in itself. */
  static final String OK = "\"jobId\":\"job_1\",\"name\":\"Cut\",\"goalQuantity\":1";

  static BadRequest row(
      String what, byte[] request, int status, String code, String says, String... fields) {
    String wire = new String(request, StandardCharsets.ISO_8859_1);
    return new BadRequest(what, wire, status, code, List.of(fields), says);
  }

  /** A body that would be right, had it not {@code more}. */
  static BadRequest field(String more, String says, String... fields) {
    return row(more, json("{" + OK + "," + more + "}"), 400, "invalid-request", says, fields);
  }

  /** A body with nothing but what is said. */
  static BadRequest only(String members, String says, String... fields) {
    return row(members, json("{" + members + "}"), 400, "invalid-request", says, fields);
  }

  static BadRequest malformed(String body, String says, String... fields) {
    return row(body, json(body), 400, "malformed-json", says, fields);
  }

  static BadRequest get(String target, int status, String code, String says, String... fields) {
    return row(target, Answer.request("GET", target), status, code, says, fields);
  }

  static BadRequest header(String method, String target, String header, String field) {
    byte[] request = Answer.request(method, target, header);
    return row(header, request, 400, "invalid-request", "", field);
  }

  static byte[] json(String body) {
    return Answer.post("/api/paths", "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  void isRefusedAt(int port) throws IOException {
    Answer answer = Answer.to(port, bytes(wire));

    String given = answer.json().path("code").asString();
    answer.problem(status, given);
    assertThat(given).as(answer.body()).matches(code);
    assertThat(answer.fields()).as(answer.body()).isEqualTo(fields);
    assertThat(answer.json().path("detail").asString()).contains(says);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Override
  public String toString() {
    return what;
  }
}
