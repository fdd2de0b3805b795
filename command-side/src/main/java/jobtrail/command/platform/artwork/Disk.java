package jobtrail.command.platform.artwork;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the artwork folder asks of the disk it lies on: locks, and to survive a power cut. */
class Disk {

  private static final Logger log = LoggerFactory.getLogger(Disk.class);

  /** Behind the end of any file, so that nobody who reads one is kept from it. */
  private static final long BEYOND = Long.MAX_VALUE - 1;

  /** Where no locks can be had, only what nobody touched for so long is nobody's. */
  private static final Duration GIVEN_UP = Duration.ofDays(1);

  private final AtomicBoolean saidUnlocked = new AtomicBoolean();
  private final AtomicBoolean saidUnsynced = new AtomicBoolean();

  /** A new file that is ours until it is closed; null when somebody took it for a leftover. */
  @Nullable FileChannel begin(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock(BEYOND, 1, false);
      if (lock != null && Files.exists(file)) {
        return channel;
      }
      channel.close();
      return null;
    } catch (IOException noLocks) {
      once(saidUnlocked, "No file can be locked at {}: leftovers are removed after a day", file);
      return channel;
    }
  }

  /** Removes a file that no process holds any more. */
  boolean removedIfNobodys(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return free(channel, file) && Files.deleteIfExists(file);
    } catch (IOException goneOrNotOurs) {
      return false;
    }
  }

  private static boolean free(FileChannel channel, Path file) throws IOException {
    try {
      return channel.tryLock(BEYOND, 1, false) != null;
    } catch (OverlappingFileLockException ours) {
      return false;
    } catch (IOException noLocks) {
      Instant touched = Files.getLastModifiedTime(file).toInstant();
      return touched.isBefore(Instant.now().minus(GIVEN_UP));
    }
  }

  /** Makes a folder, and those that it lies in, where they are not there yet. */
  void make(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    Path parent = parent(folder);
    if (!parent.equals(folder)) {
      make(parent);
    }
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException somebodyWasFaster) {
      if (!Files.isDirectory(folder)) {
        throw somebodyWasFaster;
      }
    }
    sync(parent);
  }

  /**
   * What a folder lists survives a power cut only once the folder itself is written. Not every disk
   * lets us see to that, and not every folder that we lie in may be opened; files are taken in all
   * the same.
   */
  void sync(Path folder) {
    try {
      force(folder);
    } catch (IOException cause) {
      once(saidUnsynced, "{} cannot be synced: a power cut may lose what came last", folder);
      log.debug("Cannot sync {}", folder, cause);
    }
  }

  /** To be made to fail by tests; nothing that runs as root is kept from any folder. */
  void force(Path folder) throws IOException {
    // Windows opens no folders, and needs none of this.
    if (File.separatorChar == '/') {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  static Path parent(Path path) {
    Path parent = path.getParent();
    return parent == null ? path : parent;
  }

  private static void once(AtomicBoolean said, String what, Path where) {
    if (said.compareAndSet(false, true)) {
      log.warn(what, where);
    }
  }
}
