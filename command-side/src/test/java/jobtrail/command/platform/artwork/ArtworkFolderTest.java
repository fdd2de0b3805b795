package jobtrail.command.platform.artwork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
  void nothing_of_an_upload_is_left_when_its_node_is_killed_and_started_again() throws Exception {
    receive(store, "abc");
    Process other = ReceivingProcess.start(folder);
    try {
      assertThat(parts()).hasSize(20);
      try (IncomingFile own = written(store, "ours")) {
        // However long ago its parts were written to: the other one is still at it.
        for (Path part : parts()) {
          Files.setLastModifiedTime(part, FileTime.from(Instant.EPOCH));
        }
        store.sweep();
        assertThat(parts()).hasSize(21);

        other.destroyForcibly().waitFor();
        new ArtworkFolder(folder).open();

        assertThat(parts()).hasSize(1);
        own.complete();
        own.keep();
      }
    } finally {
      other.destroyForcibly();
    }
    assertThat(parts()).isEmpty();
    assertThat(store.find(ABC_SHA256, 3)).isPresent();
  }

  @Test
  void a_node_that_goes_on_clears_up_after_one_that_does_not() throws Exception {
    Process other = ReceivingProcess.start(folder);
    ArtworkSweep sweep = new ArtworkSweep(store, Duration.ofMillis(20));
    try {
      other.destroyForcibly().waitFor();

      await().atMost(Duration.ofSeconds(20)).until(() -> parts().isEmpty());
    } finally {
      sweep.close();
      other.destroyForcibly();
    }
  }

  private List<Path> parts() throws IOException {
    try (Stream<Path> all = Files.list(folder.resolve("incoming"))) {
      return all.toList();
    }
  }

  @Test
  void a_folder_that_cannot_be_synced_takes_files_in_all_the_same() {
    ArtworkFolder unsynced =
        new ArtworkFolder(
            folder,
            new Disk() {
              @Override
              void force(Path any) throws IOException {
                throw new IOException("not here");
              }
            });

    receive(unsynced, "abc");

    assertThat(store.find(ABC_SHA256, 3)).isPresent();
  }

  @Test
  void what_the_folder_lies_in_is_synced_only_when_the_folder_is_made() {
    List<Path> synced = new ArrayList<>();
    ArtworkFolder watched =
        new ArtworkFolder(
            folder,
            new Disk() {
              @Override
              void force(Path any) {
                synced.add(any);
              }
            });

    receive(watched, "abc");
    assertThat(synced).contains(directory, folder, folder.resolve("ba"), folder.resolve("ba/78"));

    synced.clear();
    receive(watched, "abc");
    assertThat(synced).containsExactly(folder.resolve("ba/78"), folder.resolve("ba"), folder);
  }

  @Test
  void a_start_makes_no_folder() {
    store.open();

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
