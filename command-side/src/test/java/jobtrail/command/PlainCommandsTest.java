package jobtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The short way for plain requests and the long way for all others answer alike. */
class PlainCommandsTest {

  private final Node node = Node.first();
  private final Floor floor = new Floor(node);

  @Test
  void a_move_is_answered_alike_with_and_without_a_body() {
    String serial = floor.serial(floor.longPath(3));

    Reply plain = floor.advance(serial).send().is(200);
    Reply full = floor.advance(serial).json("{}").send().is(200);

    assertThat(headers(plain)).isEqualTo(headers(full));
    assertThat(plain.header("Content-Type")).isEqualTo(full.header("Content-Type"));
    assertThat(plain.json().propertyNames()).isEqualTo(full.json().propertyNames());
    assertThat(full.position()).isEqualTo(plain.position() + 1);
  }

  @Test
  void a_refusal_is_told_alike_with_and_without_a_body() {
    String serial = floor.serial(floor.longPath(1));
    floor.advance(serial).send().is(200);

    Reply plain = floor.advance(serial).send().isProblem(400, "serial-completed");
    Reply full = floor.advance(serial).json("{}").send().isProblem(400, "serial-completed");

    assertThat(plain.response().body()).isEqualTo(full.response().body());
    assertThat(headers(plain)).isEqualTo(headers(full));
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
    floor.advance(serial).with("Ledger-Position", "some").send().is(400);
    node.to("POST", address + "?again=yes").send().is(200);
    node.to("GET", address).send().is(405);
    node.to("POST", address + "/twice").send().is(404);
    floor.advance("SN-99999999").send().isProblem(404, "serial-not-found");
  }

  private static Set<String> headers(Reply reply) {
    Set<String> names = new TreeSet<>(reply.response().headers().map().keySet());
    // One knows the length before it writes.
    names.removeAll(Set.of("content-length", "transfer-encoding"));
    return names;
  }
}
