package jobtrail.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What no HTTP client would do: lines that break in the middle, and callers that ask first. */
class BrokenUploadTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final Node node = Node.first();
  private final PrintRoom room = new PrintRoom(node);

  private Socket opened(String item, int length, String... headers) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.port());
    socket.setSoTimeout((int) SOON.toMillis());
    String head =
        "POST /api/items/%s/artwork HTTP/1.1\r\nHost: shop\r\nContent-Type: %s\r\n%s\r\n%s\r\n"
            .formatted(
                item,
                Form.TYPE,
                length < 0 ? "Transfer-Encoding: chunked" : "Content-Length: " + length,
                String.join("", Arrays.stream(headers).map(h -> h + "\r\n").toList()));
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    return socket;
  }

  /** Reads no further than to the end of the line. */
  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  @Test
  void an_upload_that_breaks_off_leaves_nothing_behind() throws IOException {
    String item = room.item();
    String content = PrintRoom.content() + "x".repeat(1_000_000);
    byte[] form = new Form().file("file", "a.pdf", content).bytes();
    long head = node.head();

    try (Socket socket = opened(item, form.length)) {
      socket.getOutputStream().write(form, 0, form.length / 2);
      socket.getOutputStream().flush();
      await().atMost(SOON).until(() -> PrintRoom.coming() > 0);
    }

    PrintRoom.isNowhere(content);
    assertThat(node.head()).isEqualTo(head);
    room.artwork(item, new Form().file("file", "a.pdf", content)).send().is(201);
  }

  @Test
  void an_upload_in_chunks_that_breaks_off_leaves_nothing_behind() throws IOException {
    String item = room.item();
    String content = PrintRoom.content();
    byte[] form = new Form().file("file", "a.pdf", content).bytes();
    long head = node.head();

    try (Socket socket = opened(item, -1)) {
      // All of the form but its last line: the file itself has come to its end.
      byte[] most = Arrays.copyOf(form, form.length - 14);
      String size = Integer.toHexString(most.length) + "\r\n";
      socket.getOutputStream().write(size.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(most);
      socket.getOutputStream().flush();
      await().atMost(SOON).until(() -> PrintRoom.coming() > 0);
    }

    PrintRoom.isNowhere(content);
    assertThat(node.head()).isEqualTo(head);
  }

  @Test
  void who_brings_a_file_for_nothing_is_told_before_it_is_sent() throws IOException {
    try (Socket socket = opened("item_unknown", 1_000_000)) {
      assertThat(line(socket.getInputStream())).contains(" 404");
    }
    try (Socket socket = opened("item_unknown", 1_000_000, "Expect: 100-continue")) {
      assertThat(line(socket.getInputStream())).contains(" 404");
    }
    try (Socket socket = opened(room.item(), 3 * 20 * Node.LARGEST_FILE)) {
      assertThat(line(socket.getInputStream())).contains(" 413");
    }
  }

  @Test
  void who_asks_first_is_told_to_go_on() throws IOException {
    byte[] form = new Form().file("file", "a.pdf", PrintRoom.content()).bytes();
    try (Socket socket = opened(room.item(), form.length, "Expect: 100-continue")) {
      assertThat(line(socket.getInputStream())).contains(" 100");
      socket.getOutputStream().write(form);
      assertThat(line(socket.getInputStream())).isEmpty();
      assertThat(line(socket.getInputStream())).contains(" 201");
    }
  }
}
