package jobtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jobtrail.ledger.Ledger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Files on their way in: what is taken, and what leaves no trace. */
class ItemUploadTest {

  private final Node node = Node.first();
  private final PrintRoom room = new PrintRoom(node);

  private String lastEvent() {
    return node.bean(Ledger.class).after(node.head() - 1, 1).getFirst().event().name();
  }

  @Nested
  class Taken {

    @Test
    void artwork_is_kept_and_the_item_is_to_be_checked() {
      String item = room.item();
      String content = PrintRoom.content();

      Reply reply =
          room.artwork(item, new Form().file("file", "Größe 名片.pdf", content)).send().is(201);

      assertThat(PrintRoom.place(content)).hasContent(content);
      assertThat(reply.text("state")).isEqualTo("in_review");
      assertThat(reply.json().path("artworkVersion").asInt()).isEqualTo(1);
      assertThat(reply.json().path("artwork"))
          .isEqualTo(
              JsonMapper.shared()
                  .readTree(
                      """
                      {"version":1,"files":[{"name":"Größe 名片.pdf","size":%d,"sha256":"%s",
                       "mediaType":"application/pdf","href":"/api/items/%s/artwork/1/1"}]}
                      """
                          .formatted(content.length(), PrintRoom.sha256(content), item)));
      assertThat(reply.header("Location")).isEqualTo("/api/items/" + item + "/artwork/1");
      assertThat(reply.header("ETag")).isEqualTo("\"1\"");
      assertThat(reply.position()).isEqualTo(node.head());
      assertThat(lastEvent()).isEqualTo("item.artwork-received");
      assertThat(PrintRoom.coming()).isZero();
    }

    @Test
    void several_files_are_one_version_and_more_files_the_next() {
      String item = room.itemInReview();
      Form form = new Form();
      for (int i = 0; i < 20; i++) {
        form.file(i % 2 == 0 ? "file" : "files", "page " + i + ".pdf", PrintRoom.content());
      }

      Reply reply = room.artwork(item, form.field("comment", "ignored")).send().is(201);

      assertThat(reply.text("state")).isEqualTo("in_review");
      assertThat(reply.json().at("/artwork/version").asInt()).isEqualTo(2);
      assertThat(reply.json().at("/artwork/files")).hasSize(20);
      assertThat(reply.json().at("/artwork/files/19/name").asString()).isEqualTo("page 19.pdf");
      assertThat(reply.json().at("/artwork/files/19/href").asString()).endsWith("/artwork/2/20");
      assertThat(lastEvent()).isEqualTo("item.artwork-added");
    }

    @Test
    void who_uploads_again_since_no_answer_came_is_told_the_same_and_changes_nothing() {
      String item = room.item();
      Form form =
          new Form()
              .file("file", "a.pdf", PrintRoom.content())
              .file("file", "b.pdf", PrintRoom.content());
      Reply first = room.artwork(item, form).send().is(201);
      long head = node.head();

      Reply again = new PrintRoom(Node.second()).artwork(item, form).send().is(201);

      assertThat(again.json()).isEqualTo(first.json());
      assertThat(again.header("Location")).isEqualTo(first.header("Location"));
      assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
      assertThat(node.head()).isEqualTo(head);
      assertThat(PrintRoom.coming()).isZero();
    }

    @Test
    void a_proof_gets_a_reference_and_moves_nothing() {
      String item = room.itemInReview();
      String content = PrintRoom.content();

      Reply reply = room.proof(item, new Form().file("file", "proof.pdf", content)).send().is(201);

      String reference = reply.text("proofReference");
      assertThat(reference).matches("proof_[A-Za-z0-9_-]{12}");
      assertThat(reply.text("state")).isEqualTo("in_review");
      assertThat(reply.json().at("/file/sha256").asString()).isEqualTo(PrintRoom.sha256(content));
      assertThat(reply.header("Location"))
          .isEqualTo("/api/items/" + item + "/proof/" + reference)
          .isEqualTo(reply.json().at("/file/href").asString());
      assertThat(lastEvent()).isEqualTo("item.proof-uploaded");
    }

    @Test
    void the_user_in_the_form_did_it() {
      String item = room.item();
      Form form = new Form().file("file", "a.pdf", PrintRoom.content()).field("userId", " user_8 ");

      room.artwork(item, form).with("X-Actor", "user_7").send().is(201);

      assertThat(node.bean(Ledger.class).after(node.head() - 1, 1).getFirst().event().metadata())
          .asString()
          .contains("\"actor\":\"user_8\"");
    }

    @Test
    void a_file_of_the_largest_size_is_taken() {
      String content = PrintRoom.content() + "x".repeat(Node.LARGEST_FILE);
      content = content.substring(0, Node.LARGEST_FILE);

      Form form = new Form().file("file", "large.pdf", content);

      room.artwork(room.item(), form).send().is(201);
    }

    @Test
    void the_same_content_is_kept_once_for_all_items_and_nodes() {
      String content = PrintRoom.content();
      Form form = new Form().file("file", "a.pdf", content).file("file", "b.pdf", content);
      PrintRoom other = new PrintRoom(Node.second());

      room.artwork(room.item(), form).send().is(201);
      other.artwork(other.item(), form).send().is(201);

      assertThat(PrintRoom.place(content)).hasContent(content);
      assertThat(PrintRoom.coming()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "../../etc/passwd|passwd",
          "C:\\work\\card.pdf|card.pdf",
          "a;b=c.pdf|a;b=c.pdf",
          "\u202Egnp.pdf|\u202Egnp.pdf",
        })
    void only_the_last_of_a_path_is_the_name(String sent, String name) {
      Form form = new Form().file("file", sent, PrintRoom.content());

      Reply reply = room.artwork(room.item(), form).send().is(201);

      assertThat(reply.json().at("/artwork/files/0/name").asString()).isEqualTo(name);
    }
  }

  @Nested
  class Refused {

    private final String content = PrintRoom.content();
    private final long head = node.head();

    private Reply leavesNoTrace(Reply refused) {
      PrintRoom.isNowhere(content);
      assertThat(node.head()).as(refused.response().body()).isEqualTo(head);
      return refused;
    }

    private void isInvalid(Form form, String field) {
      String item = room.item();
      long before = node.head();

      Reply refused = room.artwork(item, form).send().isProblem(400, "invalid-request");

      assertThat(refused.fields()).containsExactly(field);
      PrintRoom.isNowhere(content);
      assertThat(node.head()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "name=\"file\"",
          "name=\"file\"; filename=\"\"",
          "name=\"file\"; filename=\" \"",
          "name=\"file\"; filename=\"..\"",
          "name=\"file\"; filename=\"a\0b.pdf\"",
          "name=\"file\"; filename=\"a\u0001b.pdf\"",
          "name=\"file\"; filename*=UTF-8''a%00b.pdf",
          "name=\"file\"; filename*=UTF-8''a%ED%A0%80b.pdf",
          "name=\"file\"; filename*=UTF-8''a%zz.pdf",
        })
    void a_name_that_is_none(String disposition) {
      isInvalid(new Form().part(disposition, content), "file");
    }

    @Test
    void a_name_of_five_thousand_characters() {
      isInvalid(new Form().file("file", "x".repeat(5_000) + ".pdf", content), "file");
    }

    @Test
    void a_form_without_a_file() {
      isInvalid(new Form().field("userId", "user_8"), "file");
      isInvalid(new Form(), "file");
      isInvalid(new Form().file("artwork", "a.pdf", content), "file");
    }

    @Test
    void an_empty_file_also_after_a_good_one() {
      isInvalid(new Form().file("files", "a.pdf", content).file("files", "b.pdf", ""), "files");
    }

    @Test
    void more_than_twenty_files() {
      Form form = new Form();
      for (int i = 0; i < 21; i++) {
        form.file("file", "a.pdf", content);
      }
      isInvalid(form, "file");
    }

    @Test
    void a_user_that_cannot_be_one() {
      Form form = new Form().file("file", "a.pdf", content);
      isInvalid(form.field("userId", "x".repeat(65)), "userId");
      isInvalid(
          new Form()
              .file("file", "a.pdf", content)
              .field("userId", "user_1")
              .field("userId", "user_2"),
          "userId");
    }

    @Test
    void a_second_proof_in_one_form() {
      String item = room.itemInReview();
      long before = node.head();
      Form form = new Form().file("file", "a.pdf", content).file("file", "b.pdf", content);

      Reply refused = room.proof(item, form).send().isProblem(400, "invalid-request");

      assertThat(refused.fields()).containsExactly("file");
      PrintRoom.isNowhere(content);
      assertThat(node.head()).isEqualTo(before);
    }

    @Test
    void what_is_no_form() {
      String item = room.item();
      byte[] bytes = new Form().file("file", "a.pdf", content).bytes();
      for (String type :
          List.of("application/json", "application/pdf", "multipart/mixed; boundary=cut-here")) {
        for (String to : List.of("artwork", "proof")) {
          node.to("POST", "/api/items/" + item + "/" + to)
              .bytes(type, bytes)
              .send()
              .isProblem(415, "unsupported-media-type");
        }
      }
      node.to("POST", "/api/items/" + item + "/artwork")
          .send()
          .isProblem(415, "unsupported-media-type");
      node.to("POST", "/api/items/" + item + "/transition")
          .bytes(Form.TYPE, bytes)
          .send()
          .isProblem(415, "unsupported-media-type");
      PrintRoom.isNowhere(content);
    }

    @Test
    void a_form_that_cannot_be_read() {
      String item = room.item();
      byte[] bytes = new Form().file("file", "a.pdf", content).bytes();
      byte[] unclosed = java.util.Arrays.copyOf(bytes, bytes.length - 10);
      byte[] endlessHeader =
          new Form()
              .part("name=\"file\"; filename=\"" + "x".repeat(70_000) + "\"", content)
              .bytes();
      String artwork = "/api/items/" + item + "/artwork";
      long before = node.head();
      for (Request bad :
          List.of(
              node.to("POST", artwork).bytes("multipart/form-data", bytes),
              node.to("POST", artwork).bytes(Form.TYPE, unclosed),
              node.to("POST", artwork).bytes(Form.TYPE, endlessHeader))) {
        bad.send().isProblem(400, "malformed-multipart");
        PrintRoom.isNowhere(content);
      }
      // Where no part begins there is no file.
      for (Request empty :
          List.of(
              node.to("POST", artwork).bytes("multipart/form-data; boundary=another", bytes),
              node.to("POST", artwork)
                  .bytes(Form.TYPE, "nonsense".getBytes(StandardCharsets.UTF_8)))) {
        assertThat(empty.send().isProblem(400, "invalid-request").fields()).containsExactly("file");
        PrintRoom.isNowhere(content);
      }
      assertThat(node.head()).isEqualTo(before);
    }

    @Test
    void a_file_over_the_limit() {
      String item = room.item();
      long before = node.head();
      String large = content + "x".repeat(Node.LARGEST_FILE);

      Form one = new Form().file("file", "large.pdf", large);
      Form three = new Form().file("file", "a.pdf", content).file("file", "large.pdf", large);
      room.artwork(item, one).send().isProblem(413, "body-too-large");
      room.artwork(item, three).send().isProblem(413, "body-too-large");
      node.to("POST", "/api/items/" + item + "/artwork")
          .chunked(Form.TYPE, one.bytes())
          .send()
          .isProblem(413, "body-too-large");

      PrintRoom.isNowhere(large);
      PrintRoom.isNowhere(content);
      assertThat(node.head()).isEqualTo(before);
    }

    @Test
    void an_item_that_takes_no_artwork_or_proof() {
      String item = room.item();
      Form form = new Form().file("file", "a.pdf", content);
      long awaiting = node.head();
      Reply noProof = room.proof(item, form).send().isProblem(409, "transition-not-allowed");
      assertThat(noProof.text("state")).isEqualTo("awaiting_artwork");
      assertThat(node.head()).isEqualTo(awaiting);

      room.move(item, "{'to':'cancelled','reason':'no longer wanted'}").send().is(200);
      long cancelled = node.head();

      Reply refused = room.artwork(item, form).send().isProblem(409, "transition-not-allowed");
      assertThat(refused.text("state")).isEqualTo("cancelled");
      assertThat(refused.json().path("allowed")).isEmpty();
      assertThat(refused.json().at("/item/id").asString()).isEqualTo(item);
      assertThat(refused.json().at("/lastMove/event").asString()).isEqualTo("item.cancelled");
      assertThat(refused.position()).isEqualTo(cancelled);
      room.proof(item, form).send().isProblem(409, "transition-not-allowed");
      PrintRoom.isNowhere(content);
      assertThat(node.head()).isEqualTo(cancelled);
    }

    @Test
    void an_item_that_is_not_there() {
      Form form = new Form().file("file", "a.pdf", content);
      for (String item : List.of("item_unknown", "nonsense", "job_1")) {
        leavesNoTrace(room.artwork(item, form).send().isProblem(404, "item-not-found"));
        leavesNoTrace(room.proof(item, form).send().isProblem(404, "item-not-found"));
      }
    }

    @Test
    void another_version_of_the_item_than_the_one_that_was_seen() {
      String item = room.itemInReview();
      long before = node.head();
      Form form = new Form().file("file", "a.pdf", content);

      Reply stale =
          room.artwork(item, form).with("If-Match", "\"0\"").send().isProblem(412, "stale-version");
      assertThat(stale.header("ETag")).isEqualTo("\"1\"");
      PrintRoom.isNowhere(content);
      assertThat(node.head()).isEqualTo(before);

      room.artwork(item, form).with("If-Match", "\"1\"").send().is(201);
    }
  }
}
