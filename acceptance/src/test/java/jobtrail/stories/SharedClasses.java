package jobtrail.stories;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import jobtrail.standalone.LentBinaries;
import org.springframework.util.FileSystemUtils;

/**
 * What two dozen starts of the same program need not find out anew: its classes, loaded and checked
 * once by a shop that nobody calls. It halves the time of each start.
 */
final class SharedClasses {

  /** Without the tests' own classes: only what is in jars can be shared. */
  private static final String CLASS_PATH =
      Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
          .filter(entry -> !Path.of(entry).startsWith(Path.of("target").toAbsolutePath()))
          .collect(Collectors.joining(File.pathSeparator));

  /** Says nothing new where the classes cannot be shared. */
  private static final String FLAG = flagOf(Path.of("target", "shop.jsa").toAbsolutePath());

  private SharedClasses() {}

  /** The command line of a process that runs {@code mainClass} for a minute or two. */
  static List<String> command(List<String> options, String mainClass, List<String> arguments) {
    List<String> all = new ArrayList<>(options);
    all.add(FLAG);
    return quick(all, mainClass, arguments);
  }

  /** Too short for the second compiler to earn what it costs. */
  private static List<String> quick(
      List<String> options, String mainClass, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(options);
    command.addAll(List.of("-cp", CLASS_PATH, mainClass));
    command.addAll(arguments);
    return command;
  }

  private static String flagOf(Path archive) {
    try {
      Files.deleteIfExists(archive);
      Path folder = Files.createTempDirectory("shared-classes");
      try {
        rehearse(archive, folder);
      } finally {
        FileSystemUtils.deleteRecursively(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Files.exists(archive) ? "-XX:SharedArchiveFile=" + archive : "-Xshare:auto";
  }

  private static void rehearse(Path archive, Path folder) throws IOException, InterruptedException {
    Path log = folder.resolve("log");
    Path data = LentBinaries.lentTo(folder.resolve("data"));
    Process shop =
        new ProcessBuilder(
                quick(
                    List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable"),
                    "jobtrail.standalone.StandaloneApplication",
                    List.of("--server.port=0", "--jobtrail.data-dir=" + data)))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
    while (shop.isAlive()
        && System.nanoTime() < deadline
        && !Files.readString(log).contains("Jobtrail is ready")) {
      shop.waitFor(100, TimeUnit.MILLISECONDS);
    }
    shop.destroy();
    if (!shop.waitFor(1, TimeUnit.MINUTES)) {
      shop.destroyForcibly().waitFor();
    }
  }
}
