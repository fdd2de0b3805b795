package jobtrail.command.platform.artwork;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jobtrail.http.RequestRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder that all nodes share: {@code ab/cd/abcd…} holds the content whose SHA-256 that is, and
 * {@code incoming} what is still coming. It is made when the first file comes.
 *
 * <p>A file that is in place is never touched again: whoever takes one away cannot know whether
 * another upload has just found it and relies on it.
 */
final class ArtworkFolder implements ArtworkStore {

  private static final Logger log = LoggerFactory.getLogger(ArtworkFolder.class);
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  /**
   * Begins the names of all that this process receives. It must not look whether it holds a lock
   * itself: to close what it looked with would give the lock away.
   */
  private static final String OURS = UUID.randomUUID() + ".";

  private final Path folder;
  private final Disk disk;

  ArtworkFolder(Path folder) {
    this(folder, new Disk());
  }

  ArtworkFolder(Path folder, Disk disk) {
    this.folder = folder.toAbsolutePath().normalize();
    this.disk = disk;
  }

  /** Says where it is, and takes away what a crash has left. */
  void open() {
    log.info("Artwork and proofs are kept in {}", folder);
    if (Files.exists(folder) && !Files.isWritable(folder)) {
      log.warn("{} cannot be written: no artwork or proof can be taken in", folder);
    }
    sweep();
  }

  /**
   * Takes away what processes that are no more had not received to the end. Whoever receives a file
   * holds a lock on it until it is kept or given up, however long that takes; the lock goes with
   * the process.
   */
  void sweep() {
    if (Files.isDirectory(incoming())) {
      try (Stream<Path> files = Files.list(incoming())) {
        long swept =
            files
                .filter(file -> !file.getFileName().toString().startsWith(OURS))
                .filter(disk::removedIfNobodys)
                .count();
        if (swept > 0) {
          log.info("Removed {} files whose upload broke off from {}", swept, incoming());
        }
      } catch (IOException | UncheckedIOException cause) {
        log.warn("Cannot clean up {}", incoming(), cause);
      }
    }
  }

  @Override
  public IncomingFile receive() {
    try {
      disk.make(incoming());
      while (true) {
        Path file = incoming().resolve(OURS + UUID.randomUUID() + ".part");
        FileChannel channel = disk.begin(file);
        if (channel != null) {
          return new FileInFolder(this, file, channel);
        }
      }
    } catch (IOException cause) {
      throw unusable(cause);
    }
  }

  @Override
  public Optional<Path> find(String sha256, long size) {
    Path file = place(sha256);
    try {
      return Files.size(file) == size ? Optional.of(file) : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** Moves a file that is safely written to its place, for good. */
  void put(Path written, String sha256, long size) throws IOException {
    Path place = place(sha256);
    Path inner = Disk.parent(place);
    disk.make(inner);
    // Whatever is not as long as it should be was damaged, and is mended.
    if (find(sha256, size).isEmpty()) {
      Files.move(written, place, StandardCopyOption.ATOMIC_MOVE);
    }
    // Also for a file that was there: the node that put it there may not have come to this yet.
    disk.sync(inner);
    disk.sync(Disk.parent(inner));
    disk.sync(folder);
  }

  /** The folder cannot be used; why is for the log, not for the caller. */
  static RequestRefused unusable(IOException cause) {
    log.error("The artwork folder cannot be used", cause);
    return RequestRefused.unavailable(
        "artwork-unavailable", "Files cannot be stored or read now; nothing was stored");
  }

  private Path place(String sha256) {
    if (!SHA256.matcher(sha256).matches()) {
      throw new IllegalArgumentException("No SHA-256: " + sha256);
    }
    return folder.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
  }

  private Path incoming() {
    return folder.resolve("incoming");
  }
}
