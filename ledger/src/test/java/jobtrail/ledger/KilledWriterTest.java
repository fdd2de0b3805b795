package jobtrail.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KilledWriterTest {

  private static final int KILLS = 20;

  @Test
  void a_killed_process_takes_nothing_with_it_that_it_acknowledged() throws Exception {
    DatabaseAddress address = TestPostgres.freshLedger();
    Random random = new Random();
    List<String> acknowledged = new ArrayList<>();
    // The next one warms up while this one works.
    Process next = AppendingProcess.start(address, "run-0-", 16, 60_000, "loud");
    for (int kill = 1; kill <= KILLS; kill++) {
      Process child = next;
      next = AppendingProcess.start(address, "run-" + kill + "-", 16, 60_000, "loud");
      acknowledged.addAll(killed(child, 20 + random.nextInt(300)));
    }
    next.destroyForcibly();

    try (BareLedger node = new BareLedger(address)) {
      Set<String> stored = new HashSet<>();
      Truths.hold(node.ledger).forEach(event -> stored.add(event.event().eventId()));
      assertThat(acknowledged).hasSizeGreaterThan(KILLS * 16);
      assertThat(stored).containsAll(acknowledged);
      // Each command stores two events of its stream, so half a command would leave an odd number.
      assertThat(
              Sql.number(
                  address,
                  "select count(*) from (select from ledger.event group by stream_id having count(*) % 2 = 1) as half"))
          .isZero();
    }
  }

  /** Lets a child acknowledge so many commands, kills it, and tells what it had acknowledged. */
  private static List<String> killed(Process child, int after) throws Exception {
    List<String> acknowledged = new ArrayList<>();
    try (BufferedReader voice = AppendingProcess.voice(child)) {
      AppendingProcess.awaitWord(voice, "ready");
      AppendingProcess.go(child);
      int commands = 0;
      for (String line = voice.readLine(); line != null; line = voice.readLine()) {
        String[] words = line.split(" ", -1);
        if (words.length == 3 && words[0].equals("ack") && words[2].length() == 36) {
          acknowledged.add(words[1]);
          acknowledged.add(words[2]);
          commands++;
        }
        if (commands == after) {
          child.toHandle().destroyForcibly();
        }
      }
    }
    assertThat(child.waitFor()).isEqualTo(137);
    return acknowledged;
  }
}
