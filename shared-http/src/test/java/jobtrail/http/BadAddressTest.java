package jobtrail.http;

import static jobtrail.http.Answer.bytes;
import static jobtrail.http.Answer.post;
import static jobtrail.http.Answer.request;
import static jobtrail.http.BadRequest.get;
import static jobtrail.http.BadRequest.header;
import static jobtrail.http.BadRequest.row;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BadAddressTest {

  @LocalServerPort private int port;

  static Stream<BadRequest> requests() {
    return Stream.of(wrongAddresses(), tomcat(), wrongHeaders()).flatMap(rows -> rows);
  }

  private static Stream<BadRequest> wrongAddresses() {
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
            "415 form that cannot be decoded",
            post(
                "/api/paths", "application/x-www-form-urlencoded", bytes("{\"a\":\"100% steel\"}")),
            415,
            "unsupported-media-type",
            ""),
        row(
            "415 wildcard",
            post("/api/paths", "*/*", bytes("{}")),
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

  private static Stream<BadRequest> tomcat() {
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

  private static Stream<BadRequest> wrongHeaders() {
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

  @ParameterizedTest
  @MethodSource("requests")
  void bad_input_is_refused_with_its_reason(BadRequest request) throws IOException {
    request.isRefusedAt(port);
  }
}
