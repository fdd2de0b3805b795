package jobtrail.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * The folder that holds the shop's data, claimed by one process at a time.
 *
 * <p>Beside the database cluster it keeps the database's port and password, so that the next start
 * finds both again.
 */
final class DataDirectory implements AutoCloseable {

  private static final String ELSEWHERE =
      "Make the folder writable, or choose another with --jobtrail.data-dir=/some/folder.";

  private final Path path;
  private final FileChannel lock;

  private DataDirectory(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /** Claims the folder, which is created for its owner's eyes only when it is not there. */
  static DataDirectory claim(Path wanted) {
    try {
      Path path = created(wanted.toAbsolutePath().normalize());
      return new DataDirectory(path, locked(path));
    } catch (IOException cause) {
      throw new DatabaseUnavailable(
          "The data directory "
              + wanted.toAbsolutePath().normalize()
              + " cannot be written: "
              + cause,
          ELSEWHERE,
          cause);
    }
  }

  Path path() {
    return path;
  }

  /** Where PostgreSQL keeps its files. */
  Path cluster() {
    return path.resolve("postgres");
  }

  Path log() {
    return path.resolve("postgres.log");
  }

  Path passwordFile() {
    return path.resolve("password");
  }

  /** The password of this directory's database; made up when there is no database yet. */
  String password() throws IOException {
    if (Files.exists(passwordFile())) {
      return Files.readString(passwordFile()).strip();
    }
    if (Files.exists(cluster())) {
      throw new DatabaseUnavailable(
          "The database in "
              + cluster()
              + " has lost its password: "
              + passwordFile()
              + " is gone.",
          "Restore that file from a backup of the data directory.");
    }
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    write(passwordFile(), password);
    return password;
  }

  OptionalInt port() throws IOException {
    Path file = path.resolve("port");
    if (!Files.exists(file)) {
      return OptionalInt.empty();
    }
    String text = Files.readString(file).strip();
    return text.matches("[1-9][0-9]{0,4}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }

  void rememberPort(int port) throws IOException {
    write(path.resolve("port"), Integer.toString(port));
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException harmless) {
      // The operating system releases the lock when this process ends, which is about to happen.
    }
  }

  private static Path created(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      Path parent = Objects.requireNonNull(path.getParent(), "the root is a directory");
      Files.createDirectories(parent);
      Files.createDirectory(path, ownersOnly(parent, "rwx------"));
    }
    return path.toRealPath();
  }

  private static FileChannel locked(Path path) throws IOException {
    Path file = path.resolve("lock");
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      // The lock lies beyond the text, so that others may read whose it is, on Windows too.
      if (channel.tryLock(Long.MAX_VALUE - 1, 1, false) != null) {
        channel.truncate(0);
        channel.write(UTF_8.encode(Long.toString(ProcessHandle.current().pid())), 0);
        return channel;
      }
    } catch (OverlappingFileLockException heldByThisProcess) {
      // Falls through to the same answer: one user at a time.
    }
    channel.close();
    throw new DatabaseUnavailable(
        "Another Jobtrail (process "
            + Files.readString(file).strip()
            + ") already uses the data directory "
            + path
            + ".",
        "Stop it first, or give this one a folder of its own with --jobtrail.data-dir=/some/folder.");
  }

  private void write(Path file, String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(part, ownersOnly(path, "rw-------"));
    Files.writeString(part, text + "\n", StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static FileAttribute<?>[] ownersOnly(Path where, String permissions) throws IOException {
    FileStore store = Files.getFileStore(where);
    return store.supportsFileAttributeView(PosixFileAttributeView.class)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
