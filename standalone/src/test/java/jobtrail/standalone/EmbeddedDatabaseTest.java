package jobtrail.standalone;

import static jobtrail.standalone.Servers.ask;
import static jobtrail.standalone.Servers.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import jobtrail.ledger.DatabaseAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Execution(ExecutionMode.CONCURRENT)
class EmbeddedDatabaseTest {

  @TempDir Path folder;

  @Test
  void a_commit_is_on_disk_when_it_is_answered() throws SQLException {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data())) {
      for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
        assertThat(ask(database.address(), "show " + setting)).as(setting).isEqualTo("on");
      }
    }
  }

  @Test
  void nothing_in_the_clusters_own_files_makes_it_less_durable() throws SQLException {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data())) {
      tell(database.address(), "alter system set fsync = off");
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data())) {
      assertThat(ask(database.address(), "show fsync")).isEqualTo("on");
    }
  }

  @Test
  void only_this_machine_and_only_who_knows_the_password_may_ask()
      throws SQLException, IOException {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder.resolve("made/here"))) {
      DatabaseAddress guessed =
          new DatabaseAddress(database.address().url(), database.address().username(), "jobtrail");
      assertThatThrownBy(() -> ask(guessed, "select 1"))
          .hasMessageContaining("password authentication failed");
      assertThat(ask(database.address(), "show listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(permissions(database.directory())).isEqualTo("rwx------");
      assertThat(permissions(database.directory().resolve("password"))).isEqualTo("rw-------");
    }
  }

  @Test
  void a_restart_finds_data_port_and_password_again() throws SQLException {
    DatabaseAddress before;
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data())) {
      before = database.address();
      tell(before, "create table kept as select 'still here' as word");
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.start(data())) {
      assertThat(database.address()).isEqualTo(before);
      assertThat(ask(before, "select word from kept")).isEqualTo("still here");
    }
  }

  @Test
  void two_data_directories_work_side_by_side() throws SQLException {
    try (EmbeddedDatabase one = EmbeddedDatabase.start(LentBinaries.lentTo(folder.resolve("one")));
        EmbeddedDatabase other =
            EmbeddedDatabase.start(LentBinaries.lentTo(folder.resolve("the other")))) {
      tell(one.address(), "create table whose as select 'one' as word");
      tell(other.address(), "create table whose as select 'other' as word");
      assertThat(ask(one.address(), "select word from whose")).isEqualTo("one");
      assertThat(ask(other.address(), "select word from whose")).isEqualTo("other");
    }
  }

  @Test
  void a_second_user_of_one_directory_is_refused() {
    try (EmbeddedDatabase first = EmbeddedDatabase.start(data())) {
      assertThatThrownBy(() -> EmbeddedDatabase.start(first.directory()))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("already uses the data directory");
    }
  }

  @Test
  void it_moves_when_another_program_has_taken_its_port() throws IOException, SQLException {
    EmbeddedDatabase.start(data()).close();
    int kept = Integer.parseInt(Files.readString(data().resolve("port")).strip());
    try (ServerSocket squatter = new ServerSocket(kept, 1, InetAddress.ofLiteral("127.0.0.1"));
        EmbeddedDatabase database = EmbeddedDatabase.start(data())) {
      assertThat(database.address().url()).doesNotContain(":" + squatter.getLocalPort() + "/");
      assertThat(ask(database.address(), "select 'alive'")).isEqualTo("alive");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "a process number that is free again,false",
    "a process number that another program has now,true"
  })
  void a_stale_postmaster_file_is_no_obstacle(String which, boolean alive) throws Exception {
    EmbeddedDatabase.start(data()).close();
    Process other = new ProcessBuilder("sleep", "600").start();
    try {
      if (!alive) {
        other.destroyForcibly().waitFor();
      }
      leavePostmasterFile(other.pid(), data().resolve("postgres"));
      try (EmbeddedDatabase database = EmbeddedDatabase.start(data())) {
        assertThat(ask(database.address(), "select 'alive'")).isEqualTo("alive");
      }
      assertThat(other.isAlive()).as(which).isEqualTo(alive);
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void the_server_of_another_directory_is_left_alone() throws Exception {
    EmbeddedDatabase.start(data()).close();
    try (EmbeddedDatabase original =
        EmbeddedDatabase.start(LentBinaries.lentTo(folder.resolve("original")))) {
      long server = Servers.on(original.directory()).getFirst();
      leavePostmasterFile(server, original.directory().resolve("postgres"));
      try (EmbeddedDatabase copy = EmbeddedDatabase.start(data())) {
        assertThat(ask(copy.address(), "select 'alive'")).isEqualTo("alive");
        assertThat(Servers.on(original.directory())).containsExactly(server);
      }
    }
  }

  @Test
  void data_of_another_major_version_is_not_touched() throws IOException {
    EmbeddedDatabase.start(data()).close();
    Files.writeString(data().resolve("postgres/PG_VERSION"), "17\n");
    assertThatThrownBy(() -> EmbeddedDatabase.start(data()))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("was written by PostgreSQL 17")
        .hasMessageContaining("brings PostgreSQL 18");
  }

  @Test
  void a_lost_password_is_said_to_be_lost() throws IOException {
    EmbeddedDatabase.start(data()).close();
    Files.delete(data().resolve("password"));
    assertThatThrownBy(() -> EmbeddedDatabase.start(data()))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("has lost its password");
  }

  @Test
  void a_directory_that_cannot_be_written_is_named() throws IOException {
    Path file = Files.writeString(folder.resolve("a-file"), "not a folder");
    assertThatThrownBy(() -> EmbeddedDatabase.start(file.resolve("data")))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining(file + "/data cannot be written");
  }

  private Path data() {
    return LentBinaries.lentTo(folder.resolve("data"));
  }

  private void leavePostmasterFile(long pid, Path cluster) throws IOException {
    Files.writeString(
        data().resolve("postgres/postmaster.pid"),
        pid + "\n" + cluster + "\n1790000000\n5432\n\n127.0.0.1\n");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
