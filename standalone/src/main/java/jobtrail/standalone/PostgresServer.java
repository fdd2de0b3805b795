package jobtrail.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jobtrail.standalone.Program.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** The PostgreSQL of one data directory: made, started, stopped. */
final class PostgresServer {

  /** Writing out what is in memory can take this long, and nobody is waiting for us to end. */
  static final Duration A_CHECKPOINT = Duration.ofSeconds(30);

  static final String OWNER = "jobtrail";

  private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
  private static final long LOG_LIMIT = 10 << 20;

  /**
   * Given on the command line, where nothing in the cluster's own files can undo them: the durable
   * ones first, then what suits a ledger on one machine. A young database makes new log files all
   * the time: while it fills one with zeroes first, every commit waits.
   */
  private static final List<String> SETTINGS =
      List.of(
          "fsync=on",
          "synchronous_commit=on",
          "full_page_writes=on",
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "max_connections=100",
          "max_wal_size=2GB",
          "wal_init_zero=off",
          "jit=off",
          "timezone=UTC",
          "log_timezone=UTC",
          "log_checkpoints=off");

  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  private final DataDirectory data;
  private final PostgresBinaries binaries;

  PostgresServer(DataDirectory data, PostgresBinaries binaries) {
    this.data = data;
    this.binaries = binaries;
  }

  /** Starts the server, whatever the last run left behind, and answers the port it listens on. */
  int start() throws IOException, InterruptedException {
    if (Files.exists(data.cluster())) {
      requireSameMajorVersion();
    } else {
      create();
    }
    String output = "";
    for (int attempt = 0; attempt < 5; attempt++) {
      stopOrphan();
      rotateLog();
      int port = freePort();
      long logged = Files.exists(data.log()) ? Files.size(data.log()) : 0;
      Outcome outcome =
          pgCtl(
              Duration.ofMinutes(10),
              "start",
              "-w",
              "-t",
              "590",
              "-l",
              data.log().toString(),
              "-o",
              options(port));
      if (outcome.succeeded()) {
        data.rememberPort(port);
        return port;
      }
      output = outcome.output() + "\n" + loggedSince(logged);
      if (!output.contains("pre-existing shared memory block")
          && !output.contains("Address already in use")
          && !output.contains("lock file")) {
        break;
      }
      // The last server's children are still leaving, or somebody was quicker to the port.
      Thread.sleep(500);
    }
    stop(A_CHECKPOINT);
    throw new DatabaseUnavailable(
        "The embedded PostgreSQL did not start in " + data.cluster() + ":\n" + output.strip(),
        "See " + data.log() + " for more.");
  }

  /**
   * Ends all sessions and stops; if that takes longer than {@code patience}, as a power cut would,
   * which PostgreSQL recovers from.
   */
  void stop(Duration patience) throws IOException, InterruptedException {
    if (Postmaster.on(data.cluster()).isEmpty()) {
      return;
    }
    String seconds = Long.toString(patience.toSeconds());
    if (!pgCtl(patience.plusSeconds(1), "stop", "-m", "fast", "-w", "-t", seconds).succeeded()) {
      pgCtl(Duration.ofSeconds(3), "stop", "-m", "immediate", "-w", "-t", "2");
    }
  }

  private void create() throws IOException, InterruptedException {
    data.password();
    Path part = data.path().resolve("postgres.part");
    FileSystemUtils.deleteRecursively(part);
    Outcome outcome =
        program("initdb")
            .run(
                Duration.ofMinutes(5),
                "--pgdata=" + part,
                "--username=" + OWNER,
                "--pwfile=" + data.passwordFile(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
    if (!outcome.succeeded()) {
      throw new DatabaseUnavailable(
          "A new database could not be made in " + data.path() + ":\n" + outcome.output(),
          "Check that the disk has room, or choose another folder with --jobtrail.data-dir=/some/folder.");
    }
    Files.move(part, data.cluster(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void requireSameMajorVersion() throws IOException, InterruptedException {
    String ours =
        program("postgres")
            .run(Duration.ofMinutes(1), "--version")
            .output()
            .replaceAll("\\D*(\\d+).*", "$1");
    Path file = data.cluster().resolve("PG_VERSION");
    String theirs = Files.exists(file) ? Files.readString(file).strip() : "unknown";
    if (!theirs.equals(ours)) {
      throw new DatabaseUnavailable(
          "The data in "
              + data.cluster()
              + " was written by PostgreSQL "
              + theirs
              + ", and this Jobtrail brings PostgreSQL "
              + ours
              + ".",
          "Start the Jobtrail that wrote it, or move the data with pg_dump and pg_restore, or choose another folder with"
              + " --jobtrail.data-dir=/some/folder.");
    }
  }

  /**
   * A Jobtrail that was killed leaves its server running. It is ours to stop: the directory's lock
   * is with us.
   */
  private void stopOrphan() throws IOException, InterruptedException {
    if (Postmaster.on(data.cluster()).isPresent()) {
      LOG.info("Stopping the PostgreSQL that an earlier run left behind in {}", data.cluster());
      stop(A_CHECKPOINT);
      if (Postmaster.on(data.cluster()).isPresent()) {
        throw new DatabaseUnavailable(
            "A PostgreSQL left behind by an earlier run is still at work in "
                + data.cluster()
                + " and does not stop.",
            "End the process in the first line of "
                + data.cluster().resolve("postmaster.pid")
                + " and start again.");
      }
    } else {
      Postmaster.forget(data.cluster());
    }
  }

  private int freePort() throws IOException {
    OptionalInt kept = data.port();
    if (kept.isPresent() && isFree(kept.getAsInt())) {
      return kept.getAsInt();
    }
    try (ServerSocket any = new ServerSocket(0, 1, LOOPBACK)) {
      kept.ifPresent(taken ->
          LOG.info(
              "Port {} is taken by another program, so PostgreSQL moves to {}",
              taken,
              any.getLocalPort()));
      return any.getLocalPort();
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket trial = new ServerSocket(port, 1, LOOPBACK)) {
      return trial.isBound();
    } catch (IOException | IllegalArgumentException taken) {
      return false;
    }
  }

  private static String options(int port) {
    return Stream.concat(SETTINGS.stream(), Stream.of("shared_buffers=" + buffers() + "MB"))
        .map(setting -> "-c " + setting)
        .collect(Collectors.joining(" ", "-p " + port + " ", ""));
  }

  /**
   * A sixteenth of the machine's memory, in MB: views that do not fit are read from the system's
   * cache again and again. What is not needed is not taken.
   */
  private static long buffers() {
    long whole =
        ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
            ? machine.getTotalMemorySize()
            : 0;
    return Math.clamp(whole / (16L << 20), 128, 2_048);
  }

  private void rotateLog() throws IOException {
    if (Files.exists(data.log()) && Files.size(data.log()) > LOG_LIMIT) {
      Files.move(
          data.log(),
          data.log().resolveSibling("postgres.log.1"),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private String loggedSince(long position) throws IOException {
    if (!Files.exists(data.log())) {
      return "";
    }
    byte[] all = Files.readAllBytes(data.log());
    int from = (int) Math.max(position, all.length - 2_000L);
    return new String(all, from, all.length - from, UTF_8);
  }

  private Outcome pgCtl(Duration limit, String action, String... options)
      throws IOException, InterruptedException {
    String[] arguments = new String[options.length + 3];
    arguments[0] = action;
    arguments[1] = "-D";
    arguments[2] = data.cluster().toString();
    System.arraycopy(options, 0, arguments, 3, options.length);
    return program("pg_ctl").run(limit, arguments);
  }

  private Program program(String name) {
    return new Program(binaries.program(name), data.path());
  }
}
