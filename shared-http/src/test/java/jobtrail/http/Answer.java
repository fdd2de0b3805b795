package jobtrail.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back over the wire, byte for byte; also for requests no HTTP client would send. */
record Answer(int status, List<String> headers, String body) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Sends the bytes as they are and reads until the server closes. */
  static Answer to(int port, byte[]... parts) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(20_000);
      OutputStream out = socket.getOutputStream();
      for (byte[] part : parts) {
        out.write(part);
      }
      out.flush();
      String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int end = all.indexOf("\r\n\r\n");
      List<String> head = all.substring(0, end).lines().toList();
      return new Answer(
          Integer.parseInt(head.getFirst().split(" ", -1)[1]),
          head.subList(1, head.size()),
          all.substring(end + 4));
    }
  }

  static byte[] bytes(String latin) {
    return latin.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] request(String method, String target, String... headers) {
    return bytes(
        method
            + " "
            + target
            + " HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n"
            + String.join("", Stream.of(headers).map(header -> header + "\r\n").toList())
            + "\r\n");
  }

  static byte[] post(String target, String contentType, byte[] body) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(
        request("POST", target, "Content-Type: " + contentType, "Content-Length: " + body.length));
    all.writeBytes(body);
    return all.toByteArray();
  }

  String header(String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    return headers.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
        .map(line -> line.substring(start.length()).strip())
        .findFirst()
        .orElse("");
  }

  JsonNode json() {
    return JSON.readTree(header("Transfer-Encoding").isEmpty() ? body : unchunked());
  }

  List<String> fields() {
    return json()
        .path("errors")
        .valueStream()
        .map(error -> error.path("field").asString())
        .toList();
  }

  /** The body every error has, whoever answered. */
  JsonNode problem(int status, String code) {
    assertThat(this.status).as(body).isEqualTo(status);
    assertThat(header("Content-Type")).startsWith("application/problem+json");
    JsonNode problem = json();
    assertThat(problem.path("type").asString()).isEqualTo("about:blank");
    assertThat(problem.path("title").asString()).isNotBlank();
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("statusCode").asInt()).isEqualTo(status);
    assertThat(problem.path("detail").asString()).isNotBlank();
    assertThat(problem.path("message")).isEqualTo(problem.path("detail"));
    assertThat(problem.path("code").asString()).isEqualTo(code);
    assertThat(body)
        .doesNotContain("Exception", "trace", "jobtrail.http", "jackson", "org.", "secret");
    return problem;
  }

  private String unchunked() {
    StringBuilder whole = new StringBuilder();
    String rest = body;
    while (!rest.isEmpty()) {
      int line = rest.indexOf("\r\n");
      byte[] after = rest.substring(line + 2).getBytes(StandardCharsets.UTF_8);
      int size = Integer.parseInt(rest.substring(0, line), 16);
      if (size == 0) {
        break;
      }
      whole.append(new String(after, 0, size, StandardCharsets.UTF_8));
      rest = new String(after, size + 2, after.length - size - 2, StandardCharsets.UTF_8);
    }
    return whole.toString();
  }
}
