package jobtrail.command.platform.artwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jobtrail.command.platform.artwork.IncomingFile.Content;
import jobtrail.http.RequestRefused;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtworkFolderTest {

  private static final String ABC_SHA256 =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path directory;

  private Path folder = Path.of("");
  private ArtworkFolder store = new ArtworkFolder(folder);

  @BeforeEach
  void aFolderThatIsNotThereYet() {
    folder = directory.resolve("artwork");
    store = new ArtworkFolder(folder);
  }

  private static Content receive(ArtworkStore store, String text) {
    try (IncomingFile file = written(store, text)) {
      Content content = file.complete();
      file.keep();
      return content;
    }
  }

  private static IncomingFile written(ArtworkStore store, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    IncomingFile file = store.receive();
    file.write(bytes, bytes.length);
    return file;
  }

  private List<String> files() {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void a_file_is_kept_under_the_hash_of_its_content() {
    Content content = receive(store, "abc");

    assertThat(content).isEqualTo(new Content(3, ABC_SHA256, "text/plain"));
    assertThat(store.find(ABC_SHA256, 3)).get().satisfies(f -> assertThat(f).hasContent("abc"));
    assertThat(files()).containsExactly("ba/78/" + ABC_SHA256);
  }

  @Test
  void the_same_content_is_kept_once_and_not_written_again() throws IOException {
    receive(store, "abc");
    Path place = store.find(ABC_SHA256, 3).orElseThrow();
    FileTime longAgo = FileTime.from(Instant.EPOCH);
    Files.setLastModifiedTime(place, longAgo);

    receive(store, "abc");

    assertThat(files()).containsExactly("ba/78/" + ABC_SHA256);
    assertThat(Files.getLastModifiedTime(place)).isEqualTo(longAgo);
  }

  @Test
  void many_nodes_may_take_in_the_same_content_at_the_same_moment()
      throws InterruptedException, ExecutionException {
    CyclicBarrier together = new CyclicBarrier(16);
    try (ExecutorService nodes = Executors.newFixedThreadPool(16)) {
      List<Future<Content>> received =
          IntStream.range(0, 16)
              .mapToObj(n ->
                  nodes.submit(() -> {
                    ArtworkFolder node = new ArtworkFolder(folder);
                    try (IncomingFile file = written(node, "abc")) {
                      Content content = file.complete();
                      together.await();
                      file.keep();
                      assertThat(node.find(ABC_SHA256, 3)).isPresent();
                      return content;
                    }
                  }))
              .toList();
      for (Future<Content> one : received) {
        assertThat(one.get().sha256()).isEqualTo(ABC_SHA256);
      }
    }
    assertThat(files()).containsExactly("ba/78/" + ABC_SHA256);
  }

  @Test
  void what_is_not_kept_leaves_nothing_behind() {
    try (IncomingFile file = written(store, "abc")) {
      assertThat(files()).hasSize(1);
      file.complete();
      assertThat(store.find(ABC_SHA256, 3)).isEmpty();
    }
    assertThat(files()).isEmpty();
  }

  @Test
  void a_file_that_was_damaged_is_as_good_as_gone_and_mended_by_the_next_upload()
      throws IOException {
    receive(store, "abc");
    Path place = store.find(ABC_SHA256, 3).orElseThrow();
    Files.writeString(place, "ab");
    assertThat(store.find(ABC_SHA256, 3)).isEmpty();

    receive(store, "abc");

    assertThat(place).hasContent("abc");
  }

  @Test
  void a_start_removes_what_a_crash_left_and_not_what_another_node_receives() throws IOException {
    receive(store, "abc");
    Instant now = Instant.parse("2026-01-31T12:00:00Z");
    Path left = Files.writeString(folder.resolve("incoming/left.part"), "half");
    Files.setLastModifiedTime(left, FileTime.from(now.minus(Duration.ofHours(2))));
    Path coming = Files.writeString(folder.resolve("incoming/coming.part"), "half");
    Files.setLastModifiedTime(coming, FileTime.from(now.minus(Duration.ofMinutes(10))));

    new ArtworkFolder(folder).open(now);

    assertThat(left).doesNotExist();
    assertThat(coming).exists();
    assertThat(store.find(ABC_SHA256, 3)).isPresent();
  }

  @Test
  void a_start_makes_no_folder() {
    store.open(Instant.EPOCH);

    assertThat(folder).doesNotExist();
  }

  @Test
  void a_folder_that_cannot_be_used_is_no_fault_of_the_caller() throws IOException {
    Files.writeString(folder, "a file where the folder should be");

    assertThatThrownBy(() -> store.receive())
        .isInstanceOfSatisfying(
            RequestRefused.class, refused -> assertThat(refused.status()).isEqualTo(503));
  }

  @Test
  void only_a_hash_leads_to_a_file() {
    assertThatThrownBy(() -> store.find("../../../etc/passwd", 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "%PDF-1.7 and so on|application/pdf",
        "<!DOCTYPE html><html><script>alert(1)</script>|text/html",
        "<svg xmlns='http://www.w3.org/2000/svg'/>|image/svg+xml",
        "%!PS-Adobe-3.0 EPSF-3.0|application/postscript",
        "GIF89a and so on|image/gif",
        "just words|text/plain",
      })
  void a_type_is_known_by_its_first_bytes(String content, String type) {
    assertThat(receive(store, content).mediaType()).isEqualTo(type);
  }
}
