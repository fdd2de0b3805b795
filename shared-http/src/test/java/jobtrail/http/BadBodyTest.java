package jobtrail.http;

import static jobtrail.http.Answer.bytes;
import static jobtrail.http.Answer.post;
import static jobtrail.http.BadRequest.OK;
import static jobtrail.http.BadRequest.field;
import static jobtrail.http.BadRequest.json;
import static jobtrail.http.BadRequest.malformed;
import static jobtrail.http.BadRequest.only;
import static jobtrail.http.BadRequest.row;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BadBodyTest {

  @LocalServerPort private int port;

  static Stream<BadRequest> requests() {
    return Stream.of(wrongTypes(), wrongValues(), notJson(), notText()).flatMap(rows -> rows);
  }

  private static Stream<BadRequest> wrongTypes() {
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

  private static Stream<BadRequest> wrongValues() {
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

  private static Stream<BadRequest> notJson() {
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

  private static Stream<BadRequest> notText() {
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

  @ParameterizedTest
  @MethodSource("requests")
  void bad_input_is_refused_with_its_reason(BadRequest request) throws IOException {
    request.isRefusedAt(port);
  }
}
