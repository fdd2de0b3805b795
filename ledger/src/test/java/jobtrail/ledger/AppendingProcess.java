package jobtrail.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A node in a process of its own, for tests: says "ready", appends from the moment it is told to go
 * until its time is up or it is killed. With "loud" it says which events were acknowledged.
 */
final class AppendingProcess {

  private AppendingProcess() {}

  /**
   * Arguments: URL, user, password, prefix of its streams, callers, milliseconds, loud or quiet.
   */
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws Exception {
    DatabaseAddress address = new DatabaseAddress(args[0], args[1], args[2]);
    int callers = Integer.parseInt(args[4]);
    long millis = Long.parseLong(args[5]);
    boolean loud = args[6].equals("loud");
    try (BareLedger node = new BareLedger(address)) {
      say("ready");
      if (System.in.read() < 0) {
        return;
      }
      long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
      Thread[] threads = new Thread[callers];
      for (int i = 0; i < callers; i++) {
        String stream = args[3] + i;
        threads[i] = Thread.ofVirtual().start(() -> append(node.ledger, stream, until, loud));
      }
      for (Thread thread : threads) {
        thread.join();
      }
    }
    say("done");
  }

  private static void append(Ledger ledger, String stream, long until, boolean loud) {
    for (long number = 0; System.nanoTime() < until; number += 2) {
      NewEvent first = LedgerFixture.event(stream, number);
      NewEvent second = LedgerFixture.event(stream, number + 1);
      ledger.append(List.of(first, second));
      if (loud) {
        say("ack " + first.eventId() + " " + second.eventId());
      }
    }
  }

  @SuppressWarnings("SystemOut")
  private static synchronized void say(String line) {
    System.out.println(line);
    System.out.flush();
  }

  /** Starts one as a child; it waits for {@link #go}. */
  static Process start(
      DatabaseAddress address, String prefix, int callers, long millis, String voice) {
    try {
      return new ProcessBuilder(
              ProcessHandle.current().info().command().orElseThrow(),
              "-Xmx256m",
              "-XX:TieredStopAtLevel=1",
              "-cp",
              System.getProperty("java.class.path"),
              AppendingProcess.class.getName(),
              address.url(),
              address.username(),
              address.password(),
              prefix,
              Integer.toString(callers),
              Long.toString(millis),
              voice)
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a child says, line by line; one reader for its whole life. */
  static BufferedReader voice(Process child) {
    return child.inputReader(StandardCharsets.UTF_8);
  }

  /** Waits until a child has said this; what it logs before is passed over. */
  static void awaitWord(BufferedReader voice, String word) throws IOException {
    String line = voice.readLine();
    while (line != null && !line.equals(word)) {
      line = voice.readLine();
    }
    if (line == null) {
      throw new IOException("The child ended before it said " + word);
    }
  }

  static void go(Process child) throws IOException {
    child.getOutputStream().write('\n');
    child.getOutputStream().flush();
  }
}
