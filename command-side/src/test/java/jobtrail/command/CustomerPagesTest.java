package jobtrail.command;

import static java.time.Duration.ofSeconds;
import static java.time.temporal.ChronoUnit.MILLIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import jobtrail.events.item.ItemEvent.ProofLinkIssued;
import jobtrail.events.item.ItemId;
import jobtrail.events.job.JobId;
import jobtrail.ledger.EventTranslator;
import jobtrail.ledger.Ledger;
import jobtrail.ledger.QuickIds;
import jobtrail.ledger.StoredEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links by which customers see and answer a proof, as a browser meets them. */
class CustomerPagesTest {

  private static final String FORM = "application/x-www-form-urlencoded";

  private final Node node = Node.first();
  private final Floor floor = new Floor(node);

  /** An item in review with a proof on file. */
  private record Prepared(String item, String proof) {}

  private Prepared prepared() {
    String item =
        node.to("POST", "/api/jobs")
            .json(
                "{'name':'Order','reference':'PO <4711>',"
                    + "'items':[{'name':'<b>Flyer</b> & more','quantity':500}]}")
            .send()
            .is(201)
            .json()
            .path("items")
            .get(0)
            .path("id")
            .asString();
    floor.move(item, PaperMoves.body("in_review")).send().is(200);
    return new Prepared(item, upload(item));
  }

  private String upload(String item) {
    String form =
        "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a & b.pdf\"\r\n\r\n"
            + "%PDF-1.7 "
            + item
            + "\r\n--cut--\r\n";
    return node.to("POST", "/api/items/" + item + "/proof")
        .bytes("multipart/form-data; boundary=cut", form.getBytes(StandardCharsets.UTF_8))
        .send()
        .is(201)
        .text("proofReference");
  }

  private void send(Prepared item) {
    floor
        .move(item.item(), "{'to':'proof_sent','proofReference':'" + item.proof() + "'}")
        .send()
        .is(200);
  }

  private Prepared sent() {
    Prepared item = prepared();
    send(item);
    return item;
  }

  private Request wanting(Prepared item, String body) {
    return node.to("POST", "/api/items/" + item.item() + "/proof-link").json(body);
  }

  private String link(Prepared item) {
    return wanting(item, "{}").send().is(201).text("path");
  }

  private Reply look(String path) {
    return node.to("GET", path).send();
  }

  private Request approve(String path, String name) {
    return form(path + "/approve", "name", name);
  }

  private Request changes(String path, String feedback) {
    return form(path + "/changes", "feedback", feedback);
  }

  private Request form(String path, String field, String value) {
    String body = field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    return node.to("POST", path).bytes(FORM, body.getBytes(StandardCharsets.UTF_8));
  }

  private StoredEvent lastOf(Prepared item) {
    return node.bean(Ledger.class).stream(item.item(), 0).getLast();
  }

  private static void isPage(Reply reply, int status) {
    reply.is(status);
    assertThat(reply.header("Content-Type")).startsWith("text/html");
    assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
    assertThat(reply.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(reply.header("X-Robots-Tag")).contains("noindex");
    assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(reply.header("Content-Security-Policy"))
        .startsWith("default-src 'none'")
        .doesNotContain("script-src", "unsafe-inline");
    assertThat(reply.response().body())
        .contains("name=\"viewport\"")
        .doesNotContain("<script", "style=", "<style", "Exception");
  }

  private static String sha256(String path) {
    String secret = path.substring(path.lastIndexOf('.') + 1);
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(secret.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Nested
  class Linking {

    @Test
    void a_link_is_told_once_and_its_secret_stands_nowhere() {
      Prepared item = sent();
      Instant before = Instant.now();

      Reply reply = wanting(item, "{'userId':'olga'}").send().is(201);

      String path = reply.text("path");
      assertThat(path).matches("/customer/proofs/" + item.item() + "\\.[A-Za-z0-9_-]{43}");
      assertThat(reply.text("url")).isEqualTo("http://127.0.0.1:" + node.port() + path);
      assertThat(reply.text("proofReference")).isEqualTo(item.proof());
      assertThat(Instant.parse(reply.text("expiresAt")))
          .isBetween(before.plusSeconds(336 * 3_600 - 1), Instant.now().plusSeconds(336 * 3_600));
      assertThat(reply.position()).isEqualTo(node.head());
      StoredEvent stored = lastOf(item);
      assertThat(stored.event().name()).isEqualTo("item.proof-link-issued");
      assertThat(stored.event().payload())
          .contains(sha256(path))
          .doesNotContain(path.substring(path.lastIndexOf('.') + 1));
      assertThat(stored.event().metadata()).contains("\"actor\":\"olga\"");
    }

    @Test
    void no_body_is_needed_and_two_links_are_never_the_same() {
      Prepared item = sent();
      Reply reply = node.to("POST", "/api/items/" + item.item() + "/proof-link").send().is(201);

      assertThat(reply.text("path")).isNotEqualTo(link(item));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "721", "1.5", "'24'", "[]"})
    void hours_are_whole_and_from_1_to_720(String hours) {
      Prepared item = sent();
      long head = node.head();

      Reply reply = wanting(item, "{'expiresInHours':" + hours + "}").send();

      reply.isProblem(400, "invalid-request");
      assertThat(reply.fields()).containsExactly("expiresInHours");
      assertThat(node.head()).isEqualTo(head);
      wanting(item, "{'expiresInHours':720}").send().is(201);
    }

    @Test
    void a_moment_may_be_named_until_which_it_leads_somewhere() {
      Prepared item = sent();
      Instant soon = Instant.now().plusMillis(1_500);
      Reply reply = wanting(item, "{'expiresAt':'" + soon + "'}").send().is(201);
      String path = reply.text("path");
      assertThat(Instant.parse(reply.text("expiresAt"))).isEqualTo(soon.truncatedTo(MILLIS));
      isPage(look(path), 200);

      await().atMost(ofSeconds(10)).untilAsserted(() -> isPage(look(path), 410));
      assertThat(look(path).response().body()).contains("expired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z", "tomorrow", ""})
    void that_moment_lies_ahead_by_at_most_30_days(String moment) {
      Prepared item = sent();
      long head = node.head();
      Reply reply = wanting(item, "{'expiresAt':'" + moment + "'}").send();
      reply.isProblem(400, "invalid-request");
      assertThat(reply.fields()).containsExactly("expiresAt");
      String both = "{'expiresInHours':1,'expiresAt':'" + Instant.now().plusSeconds(60) + "'}";
      wanting(item, both).send().isProblem(400, "invalid-request");
      assertThat(node.head()).isEqualTo(head);
    }

    @Test
    void there_is_a_link_only_to_what_is_on_file_and_may_still_be_answered() {
      Prepared item = sent();
      wanting(item, "{'proofReference':'elsewhere'}").send().isProblem(404, "proof-not-found");
      wanting(new Prepared("item_unknown", ""), "{}").send().isProblem(404, "item-not-found");
      wanting(new Prepared(floor.itemIn("in_review"), ""), "{}")
          .send()
          .isProblem(409, "no-proof-uploaded");
      floor.move(item.item(), PaperMoves.body("ready_for_production")).send().is(200);
      Reply late = wanting(item, "{}").send();
      late.isProblem(409, "past-answering");
      assertThat(late.json().path("item").path("state").asString())
          .isEqualTo("ready_for_production");
    }
  }

  @Nested
  class Looking {

    @Test
    void the_customer_sees_what_it_is_about_with_every_text_escaped() {
      Prepared item = sent();
      Reply page = look(link(item));

      isPage(page, 200);
      assertThat(page.response().body())
          .contains(
              "&lt;b&gt;Flyer&lt;/b&gt; &amp; more",
              "500",
              "PO &lt;4711&gt;",
              item.proof(),
              "a &amp; b.pdf",
              "/file\"",
              "/approve\"",
              "/changes\"",
              "<label for=\"name\">",
              "<label for=\"feedback\">")
          .doesNotContain("<b>Flyer");
    }

    @Test
    void looking_changes_nothing_however_often_and_by_whomever() {
      Prepared item = sent();
      String path = link(item);
      long head = node.head();

      for (String method : List.of("GET", "HEAD", "GET")) {
        for (String of : List.of("", "/approve", "/changes")) {
          node.to(method, path + of).with("User-Agent", "MailScanner/1.0").send();
        }
      }

      assertThat(node.head()).isEqualTo(head);
      assertThat(node.to("HEAD", path).send().is(200).header("Cache-Control"))
          .isEqualTo("no-store");
      isPage(look(path + "/approve"), 200);
      isPage(look(path), 200);
    }

    @Test
    void the_proof_is_handed_out_to_be_saved_as_long_as_the_link_lives() {
      Prepared item = sent();
      String file = link(item) + "/file";
      long head = node.head();

      Reply reply = look(file).is(200);
      assertThat(reply.response().body()).isEqualTo("%PDF-1.7 " + item.item());
      assertThat(reply.header("Content-Disposition")).startsWith("attachment").contains("b.pdf");
      assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
      assertThat(reply.header("X-Robots-Tag")).contains("noindex");
      assertThat(node.to("HEAD", file).send().is(200).header("Content-Length"))
          .isEqualTo(Integer.toString(reply.response().body().length()));
      assertThat(node.head()).isEqualTo(head);

      floor.move(item.item(), PaperMoves.body("cancelled")).send().is(200);
      Reply dead = look(file);
      isPage(dead, 410);
      assertThat(dead.response().body()).contains("The item was cancelled");
      isPage(look("/customer/proofs/nonsense/file"), 404);
    }

    @Test
    void the_style_is_where_the_page_says() {
      Reply style = look("/customer/style.css").is(200);

      assertThat(style.header("Content-Type")).startsWith("text/css");
      assertThat(style.response().body()).contains("prefers-color-scheme: dark");
    }

    @Test
    void a_proof_that_was_not_sent_yet_can_be_seen_but_not_answered() {
      Prepared item = prepared();
      String path = link(item);
      long head = node.head();

      Reply page = look(path);
      isPage(page, 200);
      assertThat(page.response().body()).contains("not been sent yet").doesNotContain("<form");
      approve(path, "Anna").send();
      assertThat(node.head()).isEqualTo(head);

      send(item);
      assertThat(look(path).response().body()).contains("<form");
    }

    @Test
    void what_is_no_link_is_not_found() {
      Prepared item = sent();
      String path = link(item);
      String secret = path.substring(path.lastIndexOf('.') + 1);
      for (String token :
          List.of(
              "nonsense",
              item.item(),
              item.item() + ".",
              item.item() + "." + "A".repeat(43),
              item.item() + "." + secret + "A",
              item.item() + "." + secret.substring(1),
              sent().item() + "." + secret,
              "item_unknown." + secret,
              "job_1." + secret,
              "%3Cscript%3E." + secret)) {
        Reply page = look("/customer/proofs/" + token);
        isPage(page, 404);
        isPage(approve("/customer/proofs/" + token, "Anna").send(), 404);
      }
    }
  }

  @Nested
  class Answering {

    @Test
    void the_customer_approves() {
      Prepared item = sent();
      String path = link(item);

      Reply page = approve(path, " Zdenka Nováková ").with("X-Actor", "olga").send();

      isPage(page, 200);
      assertThat(page.response().body()).contains("Thank you", "&lt;b&gt;Flyer");
      assertThat(page.position()).isEqualTo(node.head());
      StoredEvent stored = lastOf(item);
      assertThat(stored.event().name()).isEqualTo("item.approved");
      assertThat(stored.event().payload())
          .contains("\"approvedBy\":\"customer\"", sha256(path), "approver-of-" + item.item())
          .doesNotContain("Zdenka");
      assertThat(stored.event().metadata())
          .contains("\"actor\":\"customer\"")
          .doesNotContain("olga");
    }

    @Test
    void the_customer_asks_for_changes() {
      Prepared item = sent();
      String path = link(item);

      Reply page = changes(path, "Larger logo,\r\nand blue – 部品").send();

      isPage(page, 200);
      StoredEvent stored = lastOf(item);
      assertThat(stored.event().name()).isEqualTo("item.proof-changes-requested");
      assertThat(stored.event().payload()).contains("Larger logo,\\nand blue", "部品", sha256(path));
    }

    @Test
    void the_end_of_a_line_counts_as_one_character_as_it_does_in_a_browser() {
      Prepared item = sent();

      isPage(changes(link(item), "a\r\n".repeat(999) + "ab").send(), 200);
      isPage(changes(link(sent()), "a\r\n".repeat(1_000) + "b").send(), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\u0007b", "a\nb", "a\u0000b"})
    void an_approval_needs_a_name_that_can_be_one(String name) {
      Prepared item = sent();
      String path = link(item);
      long head = node.head();

      Reply page = approve(path, name).send();

      assertThat(page.status()).isEqualTo(400);
      assertThat(node.head()).isEqualTo(head);
      isPage(approve(path, "x".repeat(201)).send(), 400);
      isPage(node.to("POST", path + "/approve").send(), 400);
      assertThat(node.head()).isEqualTo(head);
    }

    @Test
    void what_was_typed_is_kept_when_something_is_wrong_with_it() {
      Prepared item = sent();
      String path = link(item);
      String much = "<i>".repeat(667) + "x";

      Reply page = changes(path, much).send();

      isPage(page, 400);
      assertThat(page.response().body())
          .contains("&lt;i&gt;", "cannot be longer than 2000 characters")
          .doesNotContain("<i>");
      isPage(changes(path, "  ").send(), 400);
      assertThat(lastOf(item).event().name()).isEqualTo("item.proof-link-issued");
    }

    @Test
    void forms_are_small_and_only_taken_here() {
      Prepared item = sent();
      String path = link(item);

      isPage(changes(path, "x".repeat(70_000)).send(), 413);
      node.to("POST", "/api/items/" + item.item() + "/transition")
          .bytes(FORM, "to=cancelled".getBytes(StandardCharsets.UTF_8))
          .send()
          .isProblem(415, "unsupported-media-type");
      assertThat(lastOf(item).event().name()).isEqualTo("item.proof-link-issued");
    }

    @Test
    void two_who_answer_at_the_same_moment_cannot_both_win() {
      for (int round = 0; round < 20; round++) {
        Prepared item = sent();
        String one = link(item);
        String other = link(item);
        CompletableFuture<Reply> yes = approve(one, "Anna").sendLater();
        CompletableFuture<Reply> no = changes(other, "Larger logo").sendLater();
        List<Reply> replies = List.of(yes.join(), no.join());

        int winner = replies.getFirst().status() == 200 ? 0 : 1;
        isPage(replies.get(winner), 200);
        Reply lost = replies.get(1 - winner);
        isPage(lost, 409);
        assertThat(lost.response().body())
            .contains(
                winner == 0
                    ? "The proof has been approved already"
                    : "Changes to the proof have been asked for already",
                "UTC");
        assertThat(node.bean(Ledger.class).stream(item.item(), 0)).hasSize(7);
      }
    }
  }

  @Nested
  class Dying {

    private void isDead(String path, int toAnswer, String why) {
      long head = node.head();
      Reply page = look(path);
      isPage(page, 410);
      assertThat(page.response().body()).contains(why).doesNotContain("<form");
      isPage(approve(path, "Anna").send(), toAnswer);
      isPage(changes(path, "Larger logo").send(), toAnswer);
      assertThat(node.head()).isEqualTo(head);
    }

    @Test
    void a_link_can_be_used_once_and_then_says_what_was_answered_and_when() {
      Prepared item = sent();
      String path = link(item);
      approve(path, "Anna").send().is(200);

      isDead(path, 409, "The proof has been approved already");
      assertThat(look(path).response().body()).contains("UTC").doesNotContain("Anna");
    }

    @Test
    void what_the_shop_wrote_down_counts_as_well() {
      Prepared item = sent();
      String path = link(item);
      floor.move(item.item(), PaperMoves.body("proof_changes_requested")).send().is(200);

      isDead(path, 409, "Changes to the proof have been asked for already");
    }

    @Test
    void a_newer_proof_takes_its_place() {
      Prepared item = sent();
      String path = link(item);
      floor.move(item.item(), PaperMoves.body("proof_changes_requested")).send().is(200);
      send(new Prepared(item.item(), upload(item.item())));

      isDead(path, 410, "Another proof was sent since");
    }

    @Test
    void a_cancelled_item_withdraws_it() {
      Prepared item = sent();
      String path = link(item);
      floor.move(item.item(), PaperMoves.body("cancelled")).send().is(200);

      isDead(path, 410, "The item was cancelled");
    }

    @Test
    void its_time_is_up_one_day() {
      Prepared item = sent();
      String secret = "B".repeat(43);
      String path = "/customer/proofs/" + item.item() + "." + secret;
      StoredEvent last = lastOf(item);
      ProofLinkIssued old =
          new ProofLinkIssued(
              new ItemId(item.item()),
              new JobId(String.valueOf(last.event().jobId())),
              item.proof(),
              sha256(path),
              Instant.now().minusSeconds(1));
      node.bean(Ledger.class)
          .append(
              List.of(
                  node.bean(EventTranslator.class)
                      .toStore(old, last.event().sequenceNumber() + 1, QuickIds.next(), Map.of())));

      isDead(path, 410, "The link has expired");
    }
  }
}
