package jobtrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Jobtrail in a process of its own, to be stopped, killed and started again. */
record ChildJvm(Process process, Path output) implements AutoCloseable {

  /** Starts the application on a free port with its data in {@code directory}. */
  static ChildJvm on(Path directory, String... arguments) throws IOException {
    Path output = Files.createTempFile("jobtrail-child", ".log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                StandaloneApplication.class.getName(),
                "--server.port=0",
                "--jobtrail.data-dir=" + directory));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new ChildJvm(process, output);
  }

  ChildJvm awaitReady() {
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> said().contains("Jobtrail is ready") || !process.isAlive());
    assertThat(said()).contains("Jobtrail is ready");
    return this;
  }

  /** What {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** What {@code kill} does. */
  void terminate() {
    process.destroy();
  }

  int exitCodeWithin(Duration limit) throws InterruptedException {
    assertThat(process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS))
        .as("ended in time")
        .isTrue();
    return process.exitValue();
  }

  String said() {
    try {
      return Files.readString(output);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  @Override
  public void close() throws IOException {
    terminate();
    process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join();
    process.destroyForcibly().onExit().join();
    Files.delete(output);
  }
}
