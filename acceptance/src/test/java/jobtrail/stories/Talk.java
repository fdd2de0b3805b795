package jobtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What is said to a shop, in JSON with single quotes, and answered; whoever asks is told nothing
 * older than what was said before.
 */
final class Talk {

  private final Http http;
  private long seen;

  Talk(Http http) {
    this.http = http;
  }

  /** Something new comes into the shop. */
  Http.Reply made(String address, String said) {
    return sent("POST", address, said).expect(201);
  }

  /** Something is done. */
  Http.Reply done(String method, String address, String said) {
    return sent(method, address, said).expect(200);
  }

  /** A file comes in, in a form. */
  Http.Reply uploaded(String address, String fileName, String content) {
    String form =
        "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n--cut--\r\n"
            .formatted(fileName, content);
    return heard(
            http.send("POST", address, form, "Content-Type", "multipart/form-data; boundary=cut"))
        .expect(201);
  }

  /** The form of a page is filled in and sent off as a browser does it; it may be too late. */
  Http.Reply filledIn(String address, String field, String text) {
    return heard(
        http.send(
            "POST",
            address,
            field + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8),
            "Content-Type",
            "application/x-www-form-urlencoded"));
  }

  /** The rules say no, with this status and code. */
  void refused(int status, String code, String method, String address, String said) {
    assertThat(sent(method, address, said).expect(status).text("/code")).isEqualTo(code);
  }

  Http.Reply told(String address) {
    return http.get(address, seen).expect(200);
  }

  /** The statuses of a serial's steps, in order. */
  String statuses(String serial) {
    return told("/api/serials/" + serial + "/step-statuses")
        .json()
        .valueStream()
        .map(step -> step.get("status").asString())
        .reduce((all, next) -> all + " " + next)
        .orElseThrow();
  }

  /** Questions to be asked when everything has been said. */
  EveryQuestion questions() {
    return new EveryQuestion(http, seen);
  }

  private Http.Reply sent(String method, String address, String said) {
    return heard(http.send(method, address, said.replace('\'', '"')));
  }

  private Http.Reply heard(Http.Reply reply) {
    if (reply.header("Ledger-Position") != null) {
      seen = Math.max(seen, reply.position());
    }
    return reply;
  }
}
