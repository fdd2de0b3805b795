package jobtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jobtrail.ledger.Ledger;
import jobtrail.ledger.NewEvent;
import jobtrail.ledger.QuickIds;
import jobtrail.ledger.StoredEvent;
import jobtrail.ledger.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Whatever goes wrong on a customer's page is told on a page, and no log has the link. */
class CustomerTroubleTest {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final Node node = Node.first();

  private static String sent(Node node) {
    PrintRoom room = new PrintRoom(node);
    String item = room.itemInReview();
    String proof =
        room.proof(item, new Form().file("file", "proof.pdf", PrintRoom.content()))
            .send()
            .is(201)
            .text("proofReference");
    room.move(item, "{'to':'proof_sent','proofReference':'" + proof + "'}").send().is(200);
    return item;
  }

  private static String link(Node node, String item) {
    return node.to("POST", "/api/items/" + item + "/proof-link")
        .json("{}")
        .send()
        .is(201)
        .text("path");
  }

  private static Reply isPage(Reply reply, int status) {
    reply.is(status);
    assertThat(reply.header("Content-Type")).startsWith("text/html");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(reply.header("Content-Security-Policy")).startsWith("default-src 'none'");
    assertThat(reply.response().body())
        .contains("open your link again")
        .doesNotContain("Exception");
    return reply;
  }

  @ParameterizedTest
  @ValueSource(strings = {"name=%zz", "name=%FF", "name=%", "%zz=Anna", "name=Anna&x=%C3"})
  void a_form_that_cannot_be_decoded_is_the_browsers_fault(String form) {
    String path = link(node, sent(node));
    long head = node.head();
    byte[] bytes = form.getBytes(StandardCharsets.US_ASCII);

    for (String answer : List.of("/approve", "/changes")) {
      isPage(node.to("POST", path + answer).bytes(FORM, bytes).send(), 400);
    }

    assertThat(node.head()).isEqualTo(head);
  }

  @Test
  void a_form_longer_than_any_is_told_so_whether_it_tells_its_length_or_not() {
    String path = link(node, sent(node));
    long head = node.head();
    byte[] much = ("feedback=" + "x".repeat(70_000)).getBytes(StandardCharsets.US_ASCII);

    isPage(node.to("POST", path + "/changes").bytes(FORM, much).send(), 413);
    isPage(node.to("POST", path + "/changes").chunked(FORM, much).send(), 413);

    assertThat(node.head()).isEqualTo(head);
  }

  @Test
  void a_shop_in_trouble_says_so_on_a_page_and_no_log_has_the_link() throws IOException {
    try (Cable cable = new Cable(TestPostgres.freshDatabase());
        Node lonely = new Node(cable.address())) {
      String item = sent(lonely);
      String path = link(lonely, item);
      String broken = sent(lonely);
      String unreadable = link(lonely, broken);
      ListAppender<ILoggingEvent> log = new ListAppender<>();
      log.start();
      root().addAppender(log);
      try {
        confuse(lonely, broken);
        isPage(lonely.to("GET", unreadable).send(), 500);
        isPage(approve(lonely, unreadable), 500);

        cable.cut();
        isPage(lonely.to("GET", path).send(), 503);
        isPage(lonely.to("GET", path + "/file").send(), 503);
        Reply answer = isPage(approve(lonely, path), 503);
        assertThat(answer.response().body()).contains("to see whether it was noted");
        assertThat(answer.header("Retry-After")).isNotEmpty();
      } finally {
        root().detachAppender(log);
      }
      assertThat(log.list).isNotEmpty();
      for (String link : List.of(path, unreadable)) {
        String secret = link.substring(link.lastIndexOf('.') + 1);
        assertThat(log.list).noneMatch(event -> said(event).contains(secret));
      }
    }
  }

  private static Reply approve(Node node, String path) {
    byte[] form = "name=Anna".getBytes(StandardCharsets.US_ASCII);
    return node.to("POST", path + "/approve").bytes(FORM, form).send();
  }

  /** Something happened to the item that no program knows. */
  private static void confuse(Node node, String item) {
    Ledger ledger = node.bean(Ledger.class);
    StoredEvent last = ledger.stream(item, 0).getLast();
    ledger.append(
        List.of(
            new NewEvent(
                last.event().jobId(),
                last.event().streamType(),
                item,
                last.event().sequenceNumber() + 1,
                QuickIds.next(),
                "item.enchanted",
                1,
                "{}",
                "{}")));
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  }

  private static String said(ILoggingEvent event) {
    StringBuilder all = new StringBuilder(event.getFormattedMessage());
    for (IThrowableProxy t = event.getThrowableProxy(); t != null; t = t.getCause()) {
      all.append('\n').append(t.getMessage());
    }
    return all.toString();
  }
}
