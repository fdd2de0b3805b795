package jobtrail.standalone;

import static jobtrail.standalone.Servers.ask;
import static jobtrail.standalone.Servers.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import jobtrail.ledger.DatabaseAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class WholeProcessTest {

  private static final Duration A_STOP = Duration.ofSeconds(15);

  @TempDir Path folder;

  @AfterEach
  void leaveNothingBehind() throws Exception {
    Servers.stopAllOn(data());
  }

  @Test
  void a_killed_process_leaves_a_server_that_the_next_start_replaces() throws Exception {
    try (ChildJvm first = ChildJvm.on(data()).awaitReady()) {
      tell(Servers.addressOn(data()), "create table kept as select 'still here' as word");
      first.kill();
    }
    assertThat(Servers.on(data())).as("the orphan").hasSize(1);

    try (ChildJvm next = ChildJvm.on(data()).awaitReady()) {
      assertThat(Servers.on(data())).hasSize(1);
      assertThat(ask(Servers.addressOn(data()), "select word from kept")).isEqualTo("still here");
      assertThat(next.said()).contains("that an earlier run left behind");
    }
    assertThat(Servers.on(data())).isEmpty();
  }

  @Test
  void a_second_process_on_one_directory_is_refused_in_plain_words() throws Exception {
    try (ChildJvm first = ChildJvm.on(data()).awaitReady();
        ChildJvm second = ChildJvm.on(data())) {
      assertThat(second.exitCodeWithin(Duration.ofMinutes(1))).isEqualTo(1);
      assertThat(second.said())
          .contains(
              "Another Jobtrail (process "
                  + first.process().pid()
                  + ") already uses the data directory")
          .contains("--jobtrail.data-dir=")
          .doesNotContain("\tat ")
          .doesNotContain("BeanCreationException");
      assertThat(Servers.on(data())).hasSize(1);
    }
  }

  @Test
  void a_stop_ends_the_sessions_before_the_server_and_all_of_it_in_time() throws Exception {
    try (ChildJvm running = ChildJvm.on(data()).awaitReady()) {
      running.terminate();
      assertThat(running.exitCodeWithin(A_STOP)).isEqualTo(143);
    }
    assertThat(Servers.on(data())).isEmpty();
    assertThat(Files.readString(data().resolve("postgres.log")))
        .contains("database system is shut down")
        .doesNotContain("terminating connection");
  }

  @Test
  void a_stop_during_the_start_leaves_no_server_behind() throws Exception {
    try (ChildJvm starting = ChildJvm.on(data())) {
      Path postmaster = data().resolve("postgres/postmaster.pid");
      await()
          .atMost(Duration.ofMinutes(1))
          .pollInterval(Duration.ofMillis(5))
          .until(() -> Files.exists(postmaster));
      starting.terminate();
      starting.exitCodeWithin(A_STOP);
    }
    assertThat(Servers.on(data())).isEmpty();
  }

  @Test
  void beside_an_external_database_nothing_of_our_own_is_started() throws Exception {
    Path unused = folder.resolve("unused");
    try (EmbeddedDatabase external =
        EmbeddedDatabase.start(LentBinaries.lentTo(folder.resolve("external")))) {
      DatabaseAddress address = external.address();
      try (ChildJvm running =
          ChildJvm.on(
              unused,
              "--jobtrail.database.url=" + address.url(),
              "--jobtrail.database.username=" + address.username(),
              "--jobtrail.database.password=" + address.password())) {
        assertThat(running.awaitReady().said())
            .contains(address.url())
            .doesNotContain(address.password());
        assertThat(unused).doesNotExist();
      }
    }
  }

  private Path data() {
    return LentBinaries.lentTo(folder.resolve("data"));
  }
}
