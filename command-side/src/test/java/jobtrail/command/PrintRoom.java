package jobtrail.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;

/** What people in prepress do with files, on one node. */
record PrintRoom(Node node) {

  /** A new item that awaits artwork. */
  String item() {
    return node.to("POST", "/api/jobs/" + new Floor(node).job() + "/items")
        .json("{'name':'Cards','quantity':500}")
        .send()
        .is(201)
        .text("id");
  }

  /** A new item that is being checked. */
  String itemInReview() {
    String item = item();
    artwork(item, new Form().file("file", "first.pdf", content())).send().is(201);
    return item;
  }

  Request artwork(String item, Form form) {
    return node.to("POST", "/api/items/" + item + "/artwork").bytes(Form.TYPE, form.bytes());
  }

  Request proof(String item, Form form) {
    return node.to("POST", "/api/items/" + item + "/proof").bytes(Form.TYPE, form.bytes());
  }

  Request move(String item, String body) {
    return node.to("POST", "/api/items/" + item + "/transition").json(body);
  }

  /** A content that nobody else has. */
  static String content() {
    return "%PDF-1.7 " + UUID.randomUUID();
  }

  static String sha256(String content) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(content.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Where a content is once it was taken in. */
  static Path place(String content) {
    String hash = sha256(content);
    return Node.ARTWORK.resolve(hash.substring(0, 2)).resolve(hash.substring(2, 4)).resolve(hash);
  }

  /** No part of a content is anywhere, and nothing is on its way any more. */
  static void isNowhere(String content) {
    await().atMost(Duration.ofSeconds(20)).until(() -> coming() == 0);
    assertThat(place(content)).doesNotExist();
  }

  /** How many files are on their way. */
  static long coming() {
    Path incoming = Node.ARTWORK.resolve("incoming");
    if (!Files.exists(incoming)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(incoming)) {
      return files.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
