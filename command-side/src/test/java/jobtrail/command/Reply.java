package jobtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back. */
public record Reply(HttpResponse<String> response) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The status. */
  public int status() {
    return response.statusCode();
  }

  /** A header's value; empty when there is none. */
  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** The body. */
  public JsonNode json() {
    return JSON.readTree(response.body());
  }

  /** A text member of the body; empty when it is missing. */
  public String text(String member) {
    return json().path(member).asString("");
  }

  /** The ledger's position that the answer knows of. */
  public long position() {
    return Long.parseLong(header("Ledger-Position"));
  }

  /** The answer is what was hoped for. */
  public Reply is(int status) {
    assertThat(status()).as(response.body()).isEqualTo(status);
    return this;
  }

  /** The answer is a "no" with this code, in the shape of every "no". */
  public Reply isProblem(int status, String code) {
    is(status);
    assertThat(header("Content-Type")).startsWith("application/problem+json");
    JsonNode problem = json();
    assertThat(problem.path("code").asString()).as(response.body()).isEqualTo(code);
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("statusCode").asInt()).isEqualTo(status);
    assertThat(problem.path("detail").asString()).isNotBlank();
    assertThat(problem.path("message")).isEqualTo(problem.path("detail"));
    assertThat(response.body()).doesNotContain("Exception", "jobtrail.", "select ", "insert ");
    return this;
  }

  /** The fields that a "no" blames. */
  public List<String> fields() {
    return json()
        .path("errors")
        .valueStream()
        .map(error -> error.path("field").asString())
        .toList();
  }
}
