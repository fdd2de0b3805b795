package jobtrail.ledger;

import static jobtrail.ledger.LedgerFixture.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("It watches the clock.")
class ServerStoppedTest {

  @TempDir Path data;

  @Test
  void callers_get_an_answer_while_the_server_is_away_and_the_ledger_goes_on_when_it_is_back()
      throws Exception {
    EmbeddedPostgres server = start(0);
    int port = server.getPort();
    DatabaseAddress address =
        new DatabaseAddress(server.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
    DatabaseSchema.LEDGER.migrate(address);
    AtomicBoolean over = new AtomicBoolean();
    try (BareLedger node = new BareLedger(address)) {
      Crowd crowd = Crowd.start(node.ledger, 16, Crowd.UP_TO_FOUR, count -> !over.get());
      await().until(() -> crowd.stored() > 500);
      server.close();
      await().atMost(Duration.ofSeconds(2)).until(() -> !node.ledger.writable());

      long started = System.nanoTime();
      over.set(true);
      Collection<Crowd.Told> told = crowd.told();
      assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started)).isLessThan(6_000);
      assertThat(told)
          .filteredOn(command -> !command.acknowledged())
          .isNotEmpty()
          .allMatch(command ->
              command.failure() instanceof LedgerUnavailable
                  || command.failure() instanceof OutcomeUnknown);
      assertThat(node.ledger.writable()).isFalse();

      server = start(port);
      await().atMost(Duration.ofSeconds(10)).until(node.ledger::writable);
      Truths.hold(node.ledger, told);
      node.ledger.append(List.of(event("after", 0)));
      Truths.hold(node.ledger);
    } finally {
      server.close();
    }
  }

  private EmbeddedPostgres start(int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setPort(port)
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .start();
  }
}
