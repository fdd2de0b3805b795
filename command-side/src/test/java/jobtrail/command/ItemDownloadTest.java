package jobtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files on their way out: whole and in pieces, of this item and of no other. */
class ItemDownloadTest {

  private final Node node = Node.first();
  private final PrintRoom room = new PrintRoom(node);
  private final String content = PrintRoom.content();
  private String item = "";
  private String file = "";

  @BeforeEach
  void anItemWithArtwork() {
    item = room.item();
    file = "/api/items/" + item + "/artwork/1/1";
    room.artwork(item, new Form().file("file", "Größe 名片.pdf", content)).send().is(201);
  }

  private Request get(String address) {
    return node.to("GET", address);
  }

  private String all(Request request) {
    return request.send().is(200).response().body();
  }

  @Nested
  class Whole {

    @Test
    void a_file_comes_back_as_it_was_to_be_saved_and_not_shown() {
      Reply reply = get(file).send().is(200);

      assertThat(reply.response().body()).isEqualTo(content);
      assertThat(reply.header("Content-Length")).isEqualTo(Integer.toString(content.length()));
      assertThat(reply.header("Content-Type")).isEqualTo("application/pdf");
      assertThat(reply.header("Content-Disposition"))
          .isEqualTo(
              "attachment; filename=\"Gr__e __.pdf\";"
                  + " filename*=UTF-8''Gr%C3%B6%C3%9Fe%20%E5%90%8D%E7%89%87.pdf");
      assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(reply.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
      assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
      assertThat(reply.header("Accept-Ranges")).isEqualTo("bytes");
      assertThat(reply.header("ETag")).isEqualTo("\"" + PrintRoom.sha256(content) + "\"");
      assertThat(reply.position()).isEqualTo(node.head());
    }

    @Test
    void its_head_tells_the_same_without_the_content() {
      Reply head = node.to("HEAD", file).with("Range", "bytes=0-3").send().is(200);

      assertThat(head.response().body()).isEmpty();
      for (String header :
          List.of(
              "Content-Length", "Content-Type", "Content-Disposition", "ETag", "Accept-Ranges")) {
        assertThat(head.header(header))
            .as(header)
            .isNotEmpty()
            .isEqualTo(get(file).send().header(header));
      }
    }

    @Test
    void shorter_addresses_lead_to_the_first_file_of_a_version() {
      String second = PrintRoom.content();
      String third = PrintRoom.content();
      Form form = new Form().file("file", "b.pdf", second).file("file", "c.pdf", third);
      room.artwork(item, form).send().is(201);
      String artwork = "/api/items/" + item + "/artwork";

      assertThat(all(get(artwork))).isEqualTo(second);
      assertThat(all(get(artwork + "/2"))).isEqualTo(second);
      assertThat(all(get(artwork + "/2/2"))).isEqualTo(third);
      assertThat(all(get(artwork + "/1"))).isEqualTo(content);
    }

    @Test
    void a_proof_is_found_by_its_reference_on_any_node() {
      String proof = PrintRoom.content();
      String href =
          room.proof(item, new Form().file("file", "proof.pdf", proof))
              .send()
              .is(201)
              .json()
              .at("/file/href")
              .asString();

      assertThat(all(get(href))).isEqualTo(proof);
      assertThat(all(Node.second().to("GET", href))).isEqualTo(proof);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "<!DOCTYPE html><html><script>alert(1)</script></html>|application/octet-stream",
          "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>|application/octet-stream",
          "<?xml version='1.0'?><a/>|application/octet-stream",
          "%!PS-Adobe-3.0|application/postscript",
          "just words|text/plain",
        })
    void what_a_browser_would_run_has_no_type(String dangerous, String type) {
      String other = room.item();
      room.artwork(other, new Form().file("file", "a.pdf", dangerous)).send().is(201);

      Reply reply = get("/api/items/" + other + "/artwork").send().is(200);

      assertThat(reply.header("Content-Type")).isEqualTo(type);
      assertThat(reply.header("Content-Disposition")).startsWith("attachment;");
    }
  }

  @Nested
  class InPieces {

    @ParameterizedTest
    @CsvSource({
      "bytes=0-3, 0, 4",
      "bytes=5-7, 5, 8",
      "bytes=5-, 5, 45",
      "bytes=-5, 40, 45",
      "bytes=40-99, 40, 45"
    })
    void a_range_is_cut_out(String range, int from, int to) {
      Reply reply = get(file).with("Range", range).send().is(206);

      assertThat(reply.response().body()).isEqualTo(content.substring(from, to));
      assertThat(reply.header("Content-Range"))
          .isEqualTo("bytes " + from + "-" + (to - 1) + "/" + content.length());
      assertThat(reply.header("Content-Length")).isEqualTo(Integer.toString(to - from));
      assertThat(reply.header("Content-Disposition")).startsWith("attachment;");
      assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void several_ranges_come_as_parts() {
      Reply reply = get(file).with("Range", "bytes=0-3,10-12").send().is(206);

      assertThat(reply.header("Content-Type")).startsWith("multipart/byteranges");
      assertThat(reply.response().body())
          .contains("bytes 0-3/45", "bytes 10-12/45", content.substring(10, 13))
          .doesNotContain(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=45-", "bytes=99-120", "bytes=0-3,45-", "bytes=-0"})
    void a_range_beyond_the_end_is_refused(String range) {
      Reply refused = get(file).with("Range", range).send().isProblem(416, "range-not-satisfiable");

      assertThat(refused.header("Content-Range")).isEqualTo("bytes */45");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pages=1-2", "bytes=7-3", "bytes=a-b", "bytes", "bytes=0-20,20-44"})
    void what_is_no_range_or_all_of_the_file_is_the_whole_file(String range) {
      assertThat(all(get(file).with("Range", range))).isEqualTo(content);
    }

    @Test
    void a_range_of_what_has_changed_is_the_whole_file() {
      String tag = get(file).send().header("ETag");

      Request same = get(file).with("Range", "bytes=0-3").with("If-Range", tag);
      assertThat(same.send().is(206).response().body()).isEqualTo(content.substring(0, 4));
      for (String other : List.of("\"another\"", "W/" + tag, "Sat, 31 Jan 2026 12:00:00 GMT")) {
        assertThat(all(get(file).with("Range", "bytes=0-3").with("If-Range", other)))
            .isEqualTo(content);
      }
    }
  }

  @Nested
  class NotThere {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "artwork/2",
          "artwork/0",
          "artwork/-1",
          "artwork/x",
          "artwork/99999999999",
          "artwork/1/2",
          "artwork/1/0",
          "artwork/1/x",
        })
    void artwork_that_never_came(String address) {
      get("/api/items/" + item + "/" + address).send().isProblem(404, "artwork-not-found");
    }

    @Test
    void a_proof_or_artwork_of_another_item_or_of_none() {
      String other = room.item();
      get("/api/items/" + other + "/artwork").send().isProblem(404, "artwork-not-found");
      get("/api/items/" + other + "/artwork/1/1").send().isProblem(404, "artwork-not-found");
      String reference =
          room.proof(item, new Form().file("file", "proof.pdf", content))
              .send()
              .is(201)
              .text("proofReference");
      get("/api/items/" + other + "/proof/" + reference).send().isProblem(404, "proof-not-found");
      get("/api/items/item_none/artwork").send().isProblem(404, "item-not-found");
      get("/api/items/nonsense/proof/" + reference).send().isProblem(404, "item-not-found");
    }

    /** Naming a hash is not having the file: it may be anybody's. */
    @Test
    void a_file_that_was_only_named() {
      String other = room.item();
      room.move(
              other,
              "{'to':'in_review','files':[{'name':'a.pdf','size':%d,'sha256':'%s'}]}"
                  .formatted(content.length(), PrintRoom.sha256(content)))
          .send()
          .is(200);

      get("/api/items/" + other + "/artwork").send().isProblem(404, "file-not-uploaded");
    }

    @Test
    void a_file_that_is_gone_from_the_folder_or_cut_short() throws IOException {
      Files.writeString(PrintRoom.place(content), "%PDF");
      get(file).send().isProblem(410, "file-gone");

      Files.delete(PrintRoom.place(content));
      Reply refused = get(file).send().isProblem(410, "file-gone");
      assertThat(refused.text("message")).contains("Größe 名片.pdf");
      node.to("HEAD", file).send().is(410);
    }
  }
}
