package jobtrail.stories;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jobtrail.standalone.LentBinaries;
import org.jspecify.annotations.Nullable;

/**
 * Jobtrail as a process of its own, started as people start it save for what makes the start quick,
 * on a port that nobody else has.
 */
public final class RunningShop implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration STOP = Duration.ofSeconds(15);

  /** A process that runs for a minute gains nothing from a collector with threads of its own. */
  private static final List<String> ORDINARY = List.of("-Xmx1g", "-XX:+UseSerialGC");

  private final List<String> options;
  private final String mainClass;
  private final List<String> arguments;
  private final Path log;
  private final int port;
  private Process process;

  private RunningShop(
      List<String> options, String mainClass, int port, Path log, List<String> arguments) {
    this.options = options;
    this.mainClass = mainClass;
    this.port = port;
    this.log = log;
    this.arguments = arguments;
    this.process = launch();
  }

  /** Everything in one process, with its data in a directory. */
  public static RunningShop standalone(Path dataDirectory, String... more) {
    return standaloneWith(ORDINARY, dataDirectory, more);
  }

  /** The same with no other options of the JVM than these, for example {@code -Xmx256m}. */
  static RunningShop standaloneWith(List<String> options, Path dataDirectory, String... more) {
    LentBinaries.lentTo(dataDirectory);
    List<String> arguments = new ArrayList<>(List.of("--jobtrail.data-dir=" + dataDirectory));
    arguments.addAll(List.of(more));
    return start(
        options,
        "jobtrail.standalone.StandaloneApplication",
        dataDirectory.resolveSibling(dataDirectory.getFileName() + ".log"),
        arguments);
  }

  /** One side alone, beside a database that runs elsewhere. */
  static RunningShop side(String mainClass, Path log, String... arguments) {
    return start(ORDINARY, mainClass, log, List.of(arguments));
  }

  private static RunningShop start(
      List<String> options, String mainClass, Path log, List<String> arguments) {
    int port = freePort();
    List<String> all = new ArrayList<>(arguments);
    all.add("--server.port=" + port);
    RunningShop shop = new RunningShop(options, mainClass, port, log, List.copyOf(all));
    shop.awaitReady();
    return shop;
  }

  /** Who talks to it. */
  public Http http() {
    return new Http("http://127.0.0.1:" + port);
  }

  int port() {
    return port;
  }

  /** As when the power goes: no shutdown hook runs. */
  void kill() {
    process.destroyForcibly();
    awaitExit();
  }

  /** Asks it to stop and waits; fails when it takes longer than promised. */
  void stop() {
    process.destroy();
    awaitExit();
  }

  void restart() {
    process = launch();
    awaitReady();
  }

  @Override
  public void close() {
    if (process.isAlive()) {
      stop();
    }
  }

  private Process launch() {
    try {
      return new ProcessBuilder(SharedClasses.command(options, mainClass, arguments))
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    Http http = http();
    await()
        .atMost(START)
        .pollInterval(Duration.ofMillis(100))
        .failFast("it died: " + log, () -> !process.isAlive())
        .until(() -> http.statusOf("/actuator/health/readiness") == 200);
  }

  private void awaitExit() {
    try {
      if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(
            "Still running " + STOP + " after it was told to stop:\n" + tail());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private @Nullable String tail() {
    try {
      List<String> lines = Files.readAllLines(log);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    } catch (IOException e) {
      return null;
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
