package jobtrail.http;

import static jobtrail.http.Answer.bytes;
import static jobtrail.http.Answer.post;
import static jobtrail.http.Answer.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BadInputTest {

  private static final String OK = "\"jobId\":\"job_1\",\"name\":\"Cut\",\"goalQuantity\":1";

  @LocalServerPort private int port;

  record Row(String what, String wire, int status, String code, List<String> fields, String says) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Row row(
      String what, byte[] request, int status, String code, String says, String... fields) {
    return new Row(
        what,
        new String(request, StandardCharsets.ISO_8859_1),
        status,
        code,
        List.of(fields),
        says);
  }

  /** A body that would be right, had it not {@code more}. */
  private static Row field(String more, String says, String... fields) {
    return row(more, json("{" + OK + "," + more + "}"), 400, "invalid-request", says, fields);
  }

  /** A body with nothing but what is said. */
  private static Row only(String members, String says, String... fields) {
    return row(members, json("{" + members + "}"), 400, "invalid-request", says, fields);
  }

  private static Row malformed(String body, String says, String... fields) {
    return row(body, json(body), 400, "malformed-json", says, fields);
  }

  private static byte[] json(String body) {
    return post("/api/paths", "application/json", body.getBytes(StandardCharsets.UTF_8));
  }

  private static Row get(String target, int status, String code, String says, String... fields) {
    return row(target, request("GET", target), status, code, says, fields);
  }

  static Stream<Row> bad() {
    return Stream.of(
            wrongTypes(),
            wrongValues(),
            notJson(),
            notText(),
            wrongAddresses(),
            tomcat(),
            wrongHeaders())
        .flatMap(rows -> rows);
  }

  private static Stream<Row> wrongTypes() {
    String id = "\"jobId\":\"job_1\",\"name\":\"Cut\",";
    return Stream.of(
        only(id + "\"goalQuantity\":\"5\"", "goalQuantity must be a number", "goalQuantity"),
        only(id + "\"goalQuantity\":\"\"", "goalQuantity must be a number", "goalQuantity"),
        only(id + "\"goalQuantity\":true", "goalQuantity must be a number", "goalQuantity"),
        only(id + "\"goalQuantity\":[1]", "goalQuantity must be a number", "goalQuantity"),
        only(id + "\"goalQuantity\":{}", "goalQuantity must be a number", "goalQuantity"),
        only(id + "\"goalQuantity\":1.5", "goalQuantity must be a whole number", "goalQuantity"),
        only(id + "\"goalQuantity\":1.0", "goalQuantity must be a whole number", "goalQuantity"),
        only(id + "\"goalQuantity\":1e2", "goalQuantity must be a whole number", "goalQuantity"),
        only(
            id + "\"goalQuantity\":99999999999999999999",
            "goalQuantity is out of range",
            "goalQuantity"),
        only(id + "\"goalQuantity\":2147483648", "goalQuantity is out of range", "goalQuantity"),
        only(
            id + "\"goalQuantity\":" + "9".repeat(1500),
            "goalQuantity is out of range",
            "goalQuantity"),
        only("\"name\":5", "name must be text", "name"),
        only("\"name\":true", "name must be text", "name"),
        only("\"name\":1.5", "name must be text", "name"),
        only("\"name\":{}", "name must be text", "name"),
        only("\"name\":[\"a\"]", "name must be text", "name"),
        field("\"mode\":\"loose\"", "mode must be one of: STRICT, FLEXIBLE", "mode"),
        field("\"mode\":0", "mode must be one of: STRICT, FLEXIBLE", "mode"),
        field("\"mode\":\"\"", "mode must be one of: STRICT, FLEXIBLE", "mode"),
        field("\"mode\":\"strict\"", "mode must be one of: STRICT, FLEXIBLE", "mode"),
        field("\"weight\":\"1.5\"", "weight must be a number", "weight"),
        field("\"urgent\":\"true\"", "urgent must be true or false", "urgent"),
        field("\"urgent\":1", "urgent must be true or false", "urgent"),
        field("\"urgent\":\"\"", "urgent must be true or false", "urgent"),
        field("\"due\":5", "due must be a time such as", "due"),
        field("\"due\":\"tomorrow\"", "due must be a time such as", "due"),
        field("\"due\":\"\"", "due must be a time such as", "due"),
        field("\"ticket\":5", "ticket must be text", "ticket"),
        field("\"ticket\":{}", "ticket must be text", "ticket"),
        field("\"ticket\":\"\"", "ticket is not valid", "ticket"),
        field("\"ticket\":\"x\"", "ticket is not valid", "ticket"),
        field("\"steps\":{}", "steps must be a list", "steps"),
        field("\"steps\":\"\"", "steps must be a list", "steps"),
        field("\"steps\":[5]", "steps[0] must be an object", "steps[0]"),
        field("\"steps\":[\"\"]", "steps[0] must be an object", "steps[0]"),
        field("\"steps\":[{\"name\":5}]", "steps[0].name must be text", "steps[0].name"),
        field(
            "\"steps\":[{\"name\":\"a\",\"optional\":null}]",
            "steps[0].optional is required",
            "steps[0].optional"),
        field("\"metadata\":[]", "metadata must be an object", "metadata"),
        row("a list", json("[]"), 400, "invalid-request", "The body must be an object"),
        row("a text", json("\"\""), 400, "invalid-request", "The body must be an object"),
        row("null", json("null"), 400, "body-required", "body is required"));
  }

  private static Stream<Row> wrongValues() {
    return Stream.of(
        only(
            "",
            "jobId is required; name is required; goalQuantity is required",
            "jobId",
            "name",
            "goalQuantity"),
        only(OK.replace("Cut", ""), "name cannot be empty", "name"),
        only(OK.replace("Cut", " \u00A0\u200B"), "name cannot be empty", "name"),
        only(OK.replace("Cut", "\\t"), "name cannot contain control characters", "name"),
        only(OK.replace("Cut", "a\\u0085"), "name cannot contain control characters", "name"),
        only(OK.replace("Cut", "a\\nb"), "name cannot contain control characters", "name"),
        only(OK.replace("Cut", "a\u007F"), "name cannot contain control characters", "name"),
        only(
            OK.replace("Cut", "x".repeat(201)),
            "name cannot be longer than 200 characters",
            "name"),
        only(
            OK.replace("job_1", "x".repeat(65)),
            "jobId cannot be longer than 64 characters",
            "jobId"),
        only(OK.replace(":1", ":0"), "goalQuantity must be greater than 0", "goalQuantity"),
        only(OK.replace(":1", ":-3"), "goalQuantity must be greater than 0", "goalQuantity"),
        only(OK.replace(":1", ":null"), "goalQuantity is required", "goalQuantity"),
        only(
            OK.replace(":1", ":1000000001"),
            "goalQuantity cannot be greater than 1000000000",
            "goalQuantity"),
        field(
            "\"remark\":\"" + "x".repeat(2001) + "\"",
            "remark cannot be longer than 2000 characters",
            "remark"),
        field("\"remark\":\"a\\u0007\"", "remark cannot contain control characters", "remark"),
        field(
            "\"steps\":[{\"name\":\"a\",\"optional\":true},{\"location\":\" \",\"optional\":true}]",
            "steps[1].location cannot be empty",
            "steps[1].location",
            "steps[1].name"));
  }

  private static Stream<Row> notJson() {
    return Stream.of(
        malformed("{", "not well-formed"),
        malformed("{\"name\":}", "not well-formed"),
        malformed("{name:1}", "not well-formed"),
        malformed("{'name':1}", "not well-formed"),
        malformed("{\"name\":NaN}", "not well-formed"),
        malformed("{\"name\":01}", "not well-formed"),
        malformed("{\"a\":1,}", "not well-formed"),
        malformed("// no\n{}", "not well-formed"),
        malformed("{\"a\":\"\n\"}", "not well-formed"),
        malformed("{} {}", "goes on after"),
        malformed("{} x", "not well-formed"),
        malformed("{}]", "not well-formed"),
        malformed("{\"name\":\"a\",\"name\":\"b\"}", "name is given more than once", "name"),
        malformed("{\"x\":[{\"y\":1,\"y\":2}]}", "x[0].y is given more than once", "x[0].y"),
        row("two BOMs", json("\uFEFF\uFEFF{}"), 400, "malformed-json", "not well-formed"),
        row(
            "Latin-1",
            post("/api/paths", "application/json", bytes("{\"name\":\"J\u00FCrgen\"}")),
            400,
            "malformed-json",
            "not valid UTF-8"),
        row(
            "UTF-16",
            post("/api/paths", "application/json", "{}".getBytes(StandardCharsets.UTF_16BE)),
            400,
            "malformed-json",
            "not well-formed"),
        row(
            "surrogates as UTF-8",
            post("/api/paths", "application/json", bytes("{\"name\":\"\u00ED\u00A0\u0080\"}")),
            400,
            "malformed-json",
            "not valid UTF-8"),
        row(
            "33 deep",
            json("[".repeat(33) + "]".repeat(33)),
            400,
            "nested-too-deeply",
            "more than 32 deep"),
        row(
            "33 deep in an unknown field",
            json("{\"x\":" + "[".repeat(32) + "]".repeat(32) + "}"),
            400,
            "nested-too-deeply",
            "more than 32 deep"),
        row("nothing", json(""), 400, "body-required", "body is required"),
        row("spaces", json("  \n"), 400, "body-required", "body is required"));
  }

  private static Stream<Row> notText() {
    return Stream.of(
        field("\"remark\":\"a\\u0000\"", "remark cannot contain U+0000", "remark"),
        field("\"remark\":\"\\uD800\"", "remark cannot contain U+0000", "remark"),
        field("\"remark\":\"\\uDC00\\uD800\"", "remark cannot contain", "remark"),
        field(
            "\"unknown\":{\"a\":[1,{\"b\":\"\\u0000\"}]}",
            "unknown.a[1].b cannot contain",
            "unknown.a[1].b"),
        field("\"un\\u0000known\":1", "cannot contain", "un\uFFFDknown"),
        field("\"un\\uDFFFknown\":1", "cannot contain", "un\uFFFDknown"));
  }

  private static Stream<Row> wrongAddresses() {
    return Stream.of(
        get("/api/nowhere", 404, "not-found", "nothing at this address"),
        get("/nowhere", 404, "not-found", "nothing at this address"),
        get("/error", 404, "not-found", "nothing at this address"),
        get("/api/jobs/job_x", 404, "job-not-found", "Job not found: job_x"),
        get("/api/paths", 405, "method-not-allowed", "Method Not Allowed"),
        row("406", request("GET", "/api/written", "Accept: text/html"), 406, "not-acceptable", ""),
        row(
            "415",
            post("/api/paths", "text/plain", bytes("{}")),
            415,
            "unsupported-media-type",
            ""),
        row(
            "415 form",
            post("/api/paths", "application/x-www-form-urlencoded", bytes("a=b")),
            415,
            "unsupported-media-type",
            ""),
        row(
            "415 yaml",
            post("/api/paths", "application/yaml", bytes("name: a")),
            415,
            "unsupported-media-type",
            ""),
        row(
            "415 parts",
            post("/api/paths", "multipart/form-data; boundary=x", bytes("--x--")),
            415,
            "unsupported-media-type",
            ""),
        row(
            "415 nonsense",
            post("/api/paths", "nonsense", bytes("{}")),
            415,
            "unsupported-media-type",
            ""),
        get("/api/numbers", 400, "invalid-request", "n is required", "n"),
        get("/api/numbers?n=x", 400, "invalid-request", "n must be a number", "n"),
        get(
            "/api/numbers?n=1&mode=x",
            400,
            "invalid-request",
            "mode must be one of: STRICT, FLEXIBLE",
            "mode"),
        get("/api/numbers?n=1&other=%00", 400, "invalid-request", "other cannot be read", "other"),
        get(
            "/api/numbers?n=1&other=%ED%A0%80",
            400, "invalid-request", "other cannot be read", "other"),
        get("/api/numbers?n=1&other=%FF", 400, "invalid-request", "other cannot be read", "other"),
        get("/api/numbers?n=1&other=%2", 400, "invalid-request", "other cannot be read", "other"),
        get("/api/numbers?n=1&other=%zz", 400, "invalid-request", "other cannot be read", "other"),
        get("/api/jobs/%ED%A0%80", 400, "invalid-address|bad-request", ""),
        get("/api/jobs/a%FF", 400, "invalid-address|bad-request", ""),
        get("/api/pages?limit=0", 400, "invalid-request", "limit must be greater than 0", "limit"),
        get(
            "/api/pages?limit=5001",
            400,
            "invalid-request",
            "limit cannot be greater than 5000",
            "limit"),
        get("/api/pages?limit=", 400, "invalid-request", "limit must be a whole number", "limit"),
        get(
            "/api/pages?limit=1&limit=2",
            400,
            "invalid-request",
            "limit is given more than once",
            "limit"),
        get(
            "/api/pages?cursor=0",
            400,
            "invalid-request",
            "cursor must be greater than 0",
            "cursor"),
        get(
            "/api/pages?cursor=-1",
            400,
            "invalid-request",
            "cursor must be greater than 0",
            "cursor"),
        get(
            "/api/pages?cursor=%2B1",
            400, "invalid-request", "cursor must be a whole number", "cursor"),
        get(
            "/api/pages?cursor=9223372036854775808",
            400,
            "invalid-request",
            "cursor is out of range",
            "cursor"),
        row(
            "a list of steps",
            post(
                "/api/steps?times=1",
                "application/json",
                bytes("[{\"name\":\"a\",\"optional\":true},{\"optional\":true}]")),
            400,
            "invalid-request",
            "[1].name is required",
            "[1].name"),
        row(
            "a parameter's own rule",
            post("/api/steps?times=11", "application/json", bytes("[]")),
            400,
            "invalid-request",
            "times cannot be greater than 10",
            "times"),
        row(
            "a time as path",
            request("PUT", "/api/versions/x"),
            400,
            "invalid-request",
            "current must be a number",
            "current"),
        get("/api/filtered", 500, "internal-error", "Something went wrong on our side"),
        get("/api/filtered?sent", 403, "forbidden", "Forbidden"),
        get("/api/stock", 409, "out-of-stock", "Nothing is left"),
        get("/api/broken-later", 409, "out-of-stock", "Nothing is left"),
        get("/api/broken", 500, "internal-error", "Something went wrong on our side"));
  }

  private static Stream<Row> tomcat() {
    return Stream.of(
        get("/api/jobs/%00", 400, "bad-request|invalid-address", ""),
        get("/api/jobs/a%2Fb", 400, "bad-request", ""),
        get("/api/jobs/<>", 400, "bad-request", ""),
        get("/api/jobs?a={}", 400, "bad-request", ""),
        get("/api/jobs/%zz", 400, "bad-request|invalid-address", ""),
        get("/api/../../x", 400, "bad-request", ""),
        row(
            "no host",
            bytes("GET /api/written HTTP/1.1\r\nConnection: close\r\n\r\n"),
            400,
            "bad-request",
            ""),
        row("no request line", bytes("nonsense\r\n\r\n"), 400, "bad-request", ""),
        row(
            "unknown version",
            bytes("GET / HTTP/9.9\r\nHost: a\r\nConnection: close\r\n\r\n"),
            505,
            "http-version-not-supported",
            ""),
        row(
            "header too large",
            request("GET", "/api/written", "X-Actor: " + "x".repeat(20_000)),
            400,
            "bad-request",
            ""),
        row("TRACE", request("TRACE", "/api/written"), 405, "method-not-allowed", ""));
  }

  private static Stream<Row> wrongHeaders() {
    return Stream.of(
        header("GET", "/api/positions", "Ledger-Position: -1", "Ledger-Position"),
        header("GET", "/api/positions", "Ledger-Position: x", "Ledger-Position"),
        header("GET", "/api/positions", "Ledger-Position:", "Ledger-Position"),
        header(
            "GET", "/api/positions", "Ledger-Position: 1\r\nLedger-Position: 2", "Ledger-Position"),
        header("GET", "/api/positions", "X-Actor: a\u0085", "X-Actor"),
        header("GET", "/api/positions", "X-Actor: " + "x".repeat(201), "X-Actor"),
        header("GET", "/api/positions", "X-Other: \u00ED\u00A0\u0080", "X-Other"),
        header("GET", "/api/positions", "X-Other: \u00C0\u0080", "X-Other"),
        header("PUT", "/api/versions/3", "If-Match: 3", "If-Match"),
        header("PUT", "/api/versions/3", "If-Match: \"3", "If-Match"),
        header("PUT", "/api/versions/3", "If-Match: ", "If-Match"),
        header("PUT", "/api/versions/3", "If-Match: *, \"3\"", "If-Match"),
        row(
            "stale",
            request("PUT", "/api/versions/3", "If-Match: \"2\""),
            412,
            "stale-version",
            "version is 3"),
        row(
            "weak",
            request("PUT", "/api/versions/3", "If-Match: W/\"3\""),
            412,
            "stale-version",
            "version is 3"));
  }

  private static Row header(String method, String target, String header, String field) {
    return row(header, request(method, target, header), 400, "invalid-request", "", field);
  }

  @ParameterizedTest
  @MethodSource("bad")
  void bad_input_is_refused_with_its_reason(Row row) throws IOException {
    Answer answer = Answer.to(port, bytes(row.wire()));

    String code = answer.json().path("code").asString();
    answer.problem(row.status(), code);
    assertThat(code).as(answer.body()).matches(row.code());
    assertThat(answer.fields()).as(answer.body()).isEqualTo(row.fields());
    assertThat(answer.json().path("detail").asString()).contains(row.says());
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void a_body_over_the_limit_is_refused_and_the_answer_arrives() throws IOException {
    byte[] large = bytes("{\"x\":\"" + "x".repeat(5 * 1024 * 1024) + "\"}");

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
        .problem(413, "body-too-large");
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
  void a_problem_carries_what_the_refusal_added_and_where_it_happened() throws IOException {
    Answer answer = Answer.to(port, request("GET", "/api/stock"));

    assertThat(answer.json().path("left").asInt(-1)).isZero();
    assertThat(answer.json().path("instance").asString()).isEqualTo("/api/stock");
    assertThat(Answer.to(port, request("POST", "/api/written")).header("Allow")).contains("GET");
  }
}
