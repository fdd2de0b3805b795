package jobtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jobtrail.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way for plain requests and the long way for all others answer alike. */
class PlainCommandsTest {

  private final Node node = Node.first();
  private final Floor floor = new Floor(node);

  /** A query, even one that says nothing, is a reason to go the long way. */
  private Request theLongWay(String serial) {
    return node.to("POST", "/api/serials/" + serial + "/advance?long=way");
  }

  @Test
  void a_move_is_answered_alike_on_both_ways_with_and_without_a_body() {
    String serial = floor.serial(floor.longPath(5));

    Reply plain = floor.advance(serial).send().is(200);
    Reply brief = floor.advance(serial).json("{}").send().is(200);
    Reply full = theLongWay(serial).json("{}").send().is(200);

    assertThat(shortWay(full)).isFalse();
    for (Reply reply : List.of(plain, brief)) {
      assertThat(shortWay(reply)).isTrue();
      assertThat(headers(reply)).isEqualTo(headers(full));
      assertThat(reply.header("Content-Type")).isEqualTo(full.header("Content-Type"));
      assertThat(reply.json().propertyNames()).isEqualTo(full.json().propertyNames());
    }
    assertThat(full.position()).isEqualTo(plain.position() + 2);
  }

  @Test
  void a_refusal_is_told_alike_on_both_ways_with_and_without_a_body() {
    String serial = floor.serial(floor.longPath(1));
    floor.advance(serial).send().is(200);

    Reply full = theLongWay(serial).json("{}").send().isProblem(400, "serial-completed");

    for (Reply reply :
        List.of(floor.advance(serial).send(), floor.advance(serial).json("{}").send())) {
      assertThat(reply.response().body()).isEqualTo(full.response().body());
      assertThat(headers(reply)).isEqualTo(headers(full));
    }
  }

  @Test
  void who_a_body_says_it_was_is_heard() {
    String serial = floor.serial(floor.longPath(3));

    floor.advance(serial).json("{'userId':'user_anna'}").send().is(200);

    assertThat(node.bean(Ledger.class).stream(serial, 0).getLast().event().metadata())
        .contains("\"actor\":\"user_anna\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "null",
        "{",
        "{} {}",
        "{'userId':7}",
        "{'userId':''}",
        "{'userId':'a','userId':'b'}",
        "{'userId':'\\ud800'}",
        "{'fromStepId':{}}",
        "{'fromStepId':'step_elsewhere'}",
        "\"\"",
        "\ufeff{}",
        "{'unknown':[1,{'a':null}]}"
      })
  void a_body_is_judged_alike_on_both_ways(String body) {
    String serial = floor.serial(floor.longPath(3));

    Reply brief = floor.advance(serial).json(body).send();
    Reply full = theLongWay(serial).json(body).send();

    assertThat(brief.status()).as(brief.response().body()).isEqualTo(full.status());
    if (full.status() != 200) {
      assertThat(brief.response().body()).isEqualTo(full.response().body());
    }
  }

  @Test
  void a_body_at_fault_is_told_before_a_header_at_fault() {
    String serial = floor.serial(floor.longPath(1));

    Reply brief = floor.advance(serial).with("If-Match", "none").json("{'userId':7}").send();
    Reply full = theLongWay(serial).with("If-Match", "none").json("{'userId':7}").send();

    assertThat(brief.is(400).response().body()).isEqualTo(full.is(400).response().body());
  }

  @ParameterizedTest
  @CsvSource({
    "application/json; charset=UTF-8,     4096, true",
    "application/json;charset=utf-8,      4096, true",
    "application/json,                    4097, false",
    "application/json; charset=ISO-8859-1,  20, false",
    "application/merge-patch+json,          20, false"
  })
  void small_bodies_of_plain_json_go_the_short_way(String type, int length, boolean shortWay) {
    String serial = floor.serial(floor.longPath(3));
    String body = "{\"x\":\"" + "x".repeat(length - 8) + "\"}";

    Reply reply =
        floor.advance(serial).bytes(type, body.getBytes(StandardCharsets.US_ASCII)).send();

    assertThat(shortWay(reply.is(200))).isEqualTo(shortWay);
  }

  @Test
  void a_body_that_breaks_off_moves_nothing() throws IOException {
    String serial = floor.serial(floor.longPath(3));
    long head = node.head();

    assertThat(
            answersTo(
                post(serial) + "Content-Type: application/json\r\nContent-Length: 20\r\n\r\n{}"))
        .startsWith("HTTP/1.1 400");
    assertThat(node.head()).isEqualTo(head);
  }

  @Test
  void a_terminal_keeps_its_connection_however_much_it_sends() throws IOException {
    String answers = answersTo((post("SN-99999999") + "\r\n").repeat(250));

    assertThat(answers.split("HTTP/1.1 404", -1)).hasSize(250 + 1);
  }

  private static String post(String serial) {
    return "POST /api/serials/" + serial + "/advance HTTP/1.1\r\nHost: shop\r\n";
  }

  /** All that is answered to these bytes on one connection, until the other side closes it. */
  private String answersTo(String requests) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.port())) {
      socket.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** One knows the length before it writes. */
  private static boolean shortWay(Reply reply) {
    return !reply.header("Content-Length").isEmpty();
  }

  @Test
  void headers_that_cannot_be_read_are_refused_on_the_short_way_too() {
    String serial = floor.serial(floor.longPath(1));

    floor.advance(serial).with("If-Match", "none").send().is(400);
    floor.advance(serial).with("X-Occurred-At", "noon").send().is(400);
  }

  @Test
  void what_asks_for_more_goes_the_long_way() {
    String serial = floor.serial(floor.longPath(3));
    String address = "/api/serials/" + serial + "/advance";

    floor.advance(serial).with("Accept", "text/html").send().is(406);
    floor.advance(serial).with("Accept", "*/*").with("Accept", "garbage").send().is(406);
    floor.advance(serial).with("Ledger-Position", "some").send().is(400);
    node.to("POST", address + "?again=yes").send().is(200);
    node.to("GET", address).send().is(405);
    node.to("POST", address + "/twice").send().is(404);
    floor.advance("SN-99999999").send().isProblem(404, "serial-not-found");
  }

  private static Set<String> headers(Reply reply) {
    Set<String> names = new TreeSet<>(reply.response().headers().map().keySet());
    names.removeAll(Set.of("content-length", "transfer-encoding"));
    return names;
  }
}
