package jobtrail.command.platform.artwork;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A node of its own that has received twenty halves of files and waits for the rest for ever. */
final class ReceivingProcess {

  private ReceivingProcess() {}

  /** Comes back once all that it receives is on its way. */
  static Process start(Path folder) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ReceivingProcess.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader voice = process.inputReader(StandardCharsets.UTF_8);
    String line = voice.readLine();
    while (line != null && !line.equals("coming")) {
      line = voice.readLine();
    }
    assertThat(line).as("what the other node says").isEqualTo("coming");
    return process;
  }

  public static void main(String[] args) throws InterruptedException {
    ArtworkFolder store = new ArtworkFolder(Path.of(args[0]));
    List<IncomingFile> parts = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      IncomingFile part = store.receive();
      part.write(new byte[1_000], 1_000);
      // All but the last have come to their end, and wait for it.
      if (i < 19) {
        part.complete();
      }
      parts.add(part);
    }
    System.out.println("coming");
    Thread.currentThread().join();
    throw new IllegalStateException("never done with " + parts);
  }
}
