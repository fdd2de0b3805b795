package jobtrail.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The running server that a cluster's postmaster.pid speaks of.
 *
 * <p>The file outlives a crash, its process number may since belong to any other program, and a
 * copied folder names the server of the original. So nothing is believed that the process itself
 * does not confirm.
 */
record Postmaster(long pid) {

  /** The server at work on this very cluster, if there is one. */
  static Optional<Postmaster> on(Path cluster) throws IOException {
    Path file = file(cluster);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.size() < 2 || !lines.get(0).strip().matches("[0-9]{1,18}")) {
      return Optional.empty();
    }
    long pid = Long.parseLong(lines.get(0).strip());
    return isServerOf(cluster, pid, Path.of(lines.get(1)))
        ? Optional.of(new Postmaster(pid))
        : Optional.empty();
  }

  /**
   * Forgets a server that is gone, or PostgreSQL would take whoever has its process number now for
   * it.
   */
  static void forget(Path cluster) throws IOException {
    Files.deleteIfExists(file(cluster));
  }

  private static boolean isServerOf(Path cluster, long pid, Path claimed) throws IOException {
    Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
    if (process.isEmpty()
        || !process.get().info().command().map(Postmaster::isPostgres).orElse(false)) {
      return false;
    }
    Path workingDirectory = Path.of("/proc", Long.toString(pid), "cwd");
    if (Files.exists(Path.of("/proc/self/cwd"))) {
      return Files.exists(workingDirectory) && Files.isSameFile(workingDirectory, cluster);
    }
    return Files.exists(claimed) && Files.isSameFile(claimed, cluster);
  }

  private static boolean isPostgres(String command) {
    return Path.of(command).getFileName().toString().startsWith("postgres");
  }

  private static Path file(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }
}
