package jobtrail.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One of PostgreSQL's own programs, run to its end. */
record Program(Path executable, Path scratch) {

  record Outcome(boolean succeeded, String output) {}

  Outcome run(Duration limit, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(asAnybodyButRoot());
    command.add(executable.toString());
    command.addAll(List.of(arguments));
    return run(command, scratch, limit);
  }

  /**
   * PostgreSQL refuses to be root; in a user namespace of its own the same user is called nobody.
   */
  private List<String> asAnybodyButRoot() throws IOException, InterruptedException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return List.of();
    }
    List<String> namespace = List.of("unshare", "--user");
    List<String> trial = new ArrayList<>(namespace);
    trial.add("true");
    try {
      if (run(trial, scratch, Duration.ofSeconds(10)).succeeded()) {
        return namespace;
      }
    } catch (IOException notInstalled) {
      // Answered below, like an unshare that is there and not allowed.
    }
    throw new DatabaseUnavailable(
        "Jobtrail runs as root. PostgreSQL refuses to, and `unshare --user`, which would get around that, is missing or"
            + " not allowed here.",
        "Start Jobtrail as an ordinary user (one who may write the data directory), or install util-linux, or use a"
            + " database elsewhere: --jobtrail.database.url=jdbc:postgresql://host/database with .username and"
            + " .password.");
  }

  private static Outcome run(List<String> command, Path scratch, Duration limit)
      throws IOException, InterruptedException {
    // A file and not a pipe: the server that pg_ctl leaves behind could hold a pipe open for ever.
    Path output = Files.createTempFile(scratch, "output", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
      builder.environment().put("LC_ALL", "C");
      Process process = builder.start();
      process.getOutputStream().close();
      boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        process.destroyForcibly();
      }
      return new Outcome(ended && process.exitValue() == 0, Files.readString(output).strip());
    } finally {
      Files.deleteIfExists(output);
    }
  }
}
