package jobtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NothingAcknowledgedIsLostTest {

  private static final int TERMINALS = 16;

  @TempDir Path directory;

  /** The place of each serial as it was last acknowledged to its terminal. */
  private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

  @Test
  void a_kill_and_a_stop_in_the_middle_of_the_shift_lose_nothing_that_was_answered() {
    try (RunningShop shop = RunningShop.standalone(directory.resolve("data"))) {
      Http http = shop.http();
      String job = http.newJob("Shift", 400);
      String path = http.newPath(job, 400, "1", "2", "3", "4", "5", "6", "7", "8").text("/id");
      List<String> serials =
          StreamSupport.stream(http.newSerials(job, path, 400).json().spliterator(), false)
              .map(serial -> serial.get("id").asString())
              .toList();

      shiftUntil(http, serials.subList(0, 200), shop::kill);
      shop.restart();
      compareWithLedger(http);

      shiftUntil(http, serials.subList(200, 400), shop::stop);
      shop.restart();
      compareWithLedger(http);
      Database database = Database.of(directory.resolve("data"));
      assertThat(database.ask("select count(*) = max(position) from ledger.event")).isEqualTo("t");
      assertThat(database.ask("select count(distinct event_id) = count(*) from ledger.event"))
          .isEqualTo("t");
    }
  }

  /** Terminals advance serials, each its own, until the shop is gone. */
  private void shiftUntil(Http http, List<String> serials, Runnable end) {
    int before = acknowledged.size();
    try (ExecutorService terminals = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int n = 0; n < TERMINALS; n++) {
        int terminal = n;
        terminals.execute(() -> work(http, share(serials, terminal)));
      }
      await().until(() -> acknowledged.size() > before + 20);
      end.run();
    }
  }

  private void work(Http http, List<String> serials) {
    for (String serial : serials) {
      for (int step = 1; step < 8; step++) {
        try {
          Http.Reply reply = http.advance(serial);
          if (reply.status() != 200) {
            return;
          }
          acknowledged.put(serial, reply.json().get("currentStepIndex").asInt());
        } catch (UncheckedIOException gone) {
          return;
        }
      }
    }
  }

  private void compareWithLedger(Http http) {
    long end =
        http.post("/api/jobs", "{\"name\":\"Next\",\"goalQuantity\":1}").expect(201).position();
    acknowledged.forEach((serial, index) -> {
      int now =
          http.get("/api/serials/" + serial, end)
              .expect(200)
              .json()
              .get("currentStepIndex")
              .asInt();
      // One move more may be in whose answer was cut off.
      assertThat(now).as(serial).isBetween(index, index + 1);
    });
  }

  private static List<String> share(List<String> serials, int terminal) {
    List<String> share = new ArrayList<>();
    for (int i = terminal; i < serials.size(); i += TERMINALS) {
      share.add(serials.get(i));
    }
    return share;
  }
}
