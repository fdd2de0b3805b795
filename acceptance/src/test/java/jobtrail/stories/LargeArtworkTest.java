package jobtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class LargeArtworkTest {

  private static final LargeFile POSTER = new LargeFile(200L * 1024 * 1024);

  private static final String HEAD =
      "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"poster.pdf\"\r\n\r\n";
  private static final String TAIL = "\r\n--cut--\r\n";
  private static final String FORM = "multipart/form-data; boundary=cut";

  @TempDir Path directory;

  /** The whole process has little more room than the file alone would take. */
  @Test
  void a_poster_goes_in_and_out_of_a_shop_with_less_memory_than_it_is_long() throws Exception {
    Path data = directory.resolve("data");
    try (RunningShop shop = RunningShop.standaloneWith(List.of("-Xmx256m"), data)) {
      String item = newItem(shop.http());
      HttpResponse<String> sent = send(shop, item);
      assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
      String sha256 =
          JsonMapper.shared().readTree(sent.body()).at("/artwork/files/0/sha256").asString();

      assertThat(sha256).isEqualTo(POSTER.sha256());
      assertThat(inRanges(shop, item)).isEqualTo(sha256);
      assertThat(files(data)).containsExactly(sha256);

      // The same again, and the line breaks in the middle.
      String other = newItem(shop.http());
      Database database = Database.of(data);
      String head = database.ask("select max(position) from ledger.event");
      sendHalf(shop, other, data);
      await()
          .ignoreExceptions()
          .atMost(Duration.ofSeconds(20))
          .until(() -> files(data), List.of(sha256)::equals);
      assertThat(database.ask("select max(position) from ledger.event")).isEqualTo(head);
      assertThat(shop.http().get("/api/items/" + other + "/artwork").expect(404).text("/code"))
          .isEqualTo("artwork-not-found");
    }
  }

  private static String newItem(Http http) {
    String job = http.newJob("Posters", 1);
    return http.post("/api/jobs/" + job + "/items", "{\"name\":\"Poster\",\"quantity\":50}")
        .expect(201)
        .text("/id");
  }

  private static URI artwork(RunningShop shop, String item) {
    return URI.create("http://127.0.0.1:" + shop.port() + "/api/items/" + item + "/artwork");
  }

  private static HttpResponse<String> send(RunningShop shop, String item) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(artwork(shop, item))
            .header("Content-Type", FORM)
            .timeout(Duration.ofSeconds(60))
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(HEAD),
                    BodyPublishers.ofInputStream(POSTER::stream),
                    BodyPublishers.ofString(TAIL)))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.ofString());
    }
  }

  /** The hash of what four ranges one after the other bring. */
  private static String inRanges(RunningShop shop, String item) throws Exception {
    MessageDigest digest = LargeFile.digest();
    long quarter = POSTER.size() / 4;
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (long from = 0; from < POSTER.size(); from += quarter) {
        HttpRequest request =
            HttpRequest.newBuilder(artwork(shop, item))
                .header("Range", "bytes=" + from + "-" + (from + quarter - 1))
                .build();
        HttpResponse<InputStream> range = client.send(request, BodyHandlers.ofInputStream());
        assertThat(range.statusCode()).isEqualTo(206);
        assertThat(range.headers().firstValueAsLong("Content-Length")).hasValue(quarter);
        try (InputStream in = range.body()) {
          byte[] buffer = new byte[64 * 1024];
          for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
            digest.update(buffer, 0, n);
          }
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void sendHalf(RunningShop shop, String item, Path data) throws IOException {
    long length = HEAD.length() + POSTER.size() + TAIL.length();
    String head =
        "POST /api/items/%s/artwork HTTP/1.1\r\nHost: shop\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(item, FORM, length, HEAD);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), shop.port());
        InputStream poster = POSTER.stream()) {
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      byte[] page = new byte[1024 * 1024];
      for (long written = 0; written < POSTER.size() / 2; ) {
        int n = poster.read(page);
        out.write(page, 0, n);
        written += n;
      }
      assertThat(files(data)).anyMatch(name -> name.endsWith(".part"));
    }
  }

  /** The names of all files that the shop keeps, or is about to. */
  private static List<String> files(Path data) {
    try (Stream<Path> files = Files.walk(data.resolve("artwork"))) {
      return files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
