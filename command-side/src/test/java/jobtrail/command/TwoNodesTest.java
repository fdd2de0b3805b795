package jobtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import jobtrail.ledger.DatabaseAddress;
import jobtrail.ledger.Ledger;
import jobtrail.ledger.StoredEvent;
import jobtrail.ledger.TestPostgres;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What one node remembers never makes it answer wrongly about what another node did. */
class TwoNodesTest {

  private final Node a = Node.first();
  private final Node b = Node.second();
  private final Floor floorA = new Floor(a);
  private final Floor floorB = new Floor(b);

  private List<StoredEvent> stream(String id) {
    return a.bean(Ledger.class).stream(id, 0);
  }

  @Nested
  class Serials {

    @Test
    void a_move_goes_on_from_where_the_other_node_left_it() {
      Reply path = floorA.longPath(4);
      String serial = floorA.serial(path);
      floorA.advance(serial).send().is(200);
      floorB.advance(serial).send().is(200);

      Reply third = floorA.advance(serial).send().is(200);

      assertThat(third.json().path("currentStepIndex").asInt()).isEqualTo(3);
      assertThat(third.header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void what_another_node_completed_is_completed() {
      String serial = floorA.serial(floorA.longPath(2));
      floorA.advance(serial).send().is(200);
      Reply done = floorB.advance(serial).send().is(200);

      Reply refused = floorA.advance(serial).send().isProblem(400, "serial-completed");

      assertThat(refused.position()).isGreaterThanOrEqualTo(done.position());
      assertThat(stream(serial)).hasSize(3);
    }

    @Test
    void the_version_that_counts_is_the_ledgers_and_not_the_remembered_one() {
      String serial = floorA.serial(floorA.longPath(5));
      String old = floorA.advance(serial).send().is(200).header("ETag");
      String current = floorB.advance(serial).send().is(200).header("ETag");

      Reply stale =
          floorA.advance(serial).with("If-Match", old).send().isProblem(412, "stale-version");
      assertThat(stale.header("ETag")).isEqualTo(current);
      Reply next = floorB.advance(serial).with("If-Match", current).send().is(200);
      floorA.advance(serial).with("If-Match", next.header("ETag")).send().is(200);
    }

    @Test
    void what_was_issued_here_may_have_moved_elsewhere() {
      Reply path = floorA.longPath(2);
      String moved = floorA.serial(path);
      floorB.advance(moved).send().is(200);
      String completed = floorA.serial(path);
      floorB.advance(completed).send().is(200);
      floorB.advance(completed).send().is(200);
      String known = floorA.serial(path);
      String version = floorB.advance(known).send().is(200).header("ETag");

      assertThat(floorA.advance(moved).send().is(200).text("status")).isEqualTo("completed");
      floorA.advance(completed).send().isProblem(400, "serial-completed");
      floorA.advance(known).with("If-Match", version).send().is(200);
    }

    @Test
    void a_version_of_old_is_not_taken_for_the_last_where_the_serial_was_issued() {
      String serial = floorA.serial(floorA.longPath(3));
      String version = floorB.advance(serial).send().is(200).header("ETag");

      Reply stale =
          floorA.advance(serial).with("If-Match", "\"0\"").send().isProblem(412, "stale-version");

      assertThat(stale.header("ETag")).isEqualTo(version);
    }

    @Test
    void a_thousand_terminals_on_one_serial_move_it_a_thousand_times() {
      Reply path = floorA.longPath(1_000);
      String serial = floorA.serial(path);

      List<CompletableFuture<Reply>> moves = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        moves.add(floorA.advance(serial).sendLater());
        moves.add(floorB.advance(serial).sendLater());
      }
      // Who lost against the others for too long is told so, stored nothing, and repeats.
      List<Reply> replies =
          moves.stream()
              .map(CompletableFuture::join)
              .map(reply -> tooBusy(reply) ? floorA.advance(serial).send() : reply)
              .toList();

      assertThat(replies).extracting(Reply::status).containsOnly(200);
      assertThat(replies).extracting(reply -> reply.header("ETag")).doesNotHaveDuplicates();
      assertThat(stream(serial)).hasSize(1_001);
      assertThat(replies.stream().filter(reply -> reply.text("status").equals("completed")))
          .hasSize(1);
      floorA.advance(serial).send().isProblem(400, "serial-completed");
    }
  }

  private static boolean tooBusy(Reply reply) {
    return reply.status() == 503 && reply.text("code").equals("too-busy");
  }

  @Nested
  class Jobs {

    private Request rename(Node node, String job, String name) {
      return node.to("PUT", "/api/jobs/" + job).json("{'name':'" + name + "'}");
    }

    @Test
    void a_change_of_the_other_nodes_version_passes() {
      String job = floorA.job();
      rename(a, job, "One").send().is(200);
      String current = rename(b, job, "Two").send().is(200).header("ETag");

      Reply reply = rename(a, job, "Three").with("If-Match", current).send().is(200);

      assertThat(reply.header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void going_back_to_the_name_a_node_remembers_is_a_change() {
      String job = floorA.job();
      rename(a, job, "One").send().is(200);
      rename(b, job, "Two").send().is(200);

      Reply reply = rename(a, job, "One").send().is(200);

      assertThat(reply.header("ETag")).isEqualTo("\"3\"");
      assertThat(reply.text("name")).isEqualTo("One");
    }

    @Test
    void what_the_other_node_already_did_changes_nothing() {
      String job = floorA.job();
      rename(a, job, "One").send().is(200);
      Reply there = rename(b, job, "Two").send().is(200);

      Reply reply = rename(a, job, "Two").send().is(200);

      assertThat(reply.header("ETag")).isEqualTo("\"2\"");
      assertThat(reply.text("updatedAt")).isEqualTo(there.text("updatedAt"));
      assertThat(reply.position()).isGreaterThanOrEqualTo(there.position());
      assertThat(stream(job)).hasSize(3);
    }
  }

  @Nested
  class Paths {

    @Test
    void a_path_that_got_serials_elsewhere_cannot_be_deleted() {
      Reply path = floorA.longPath(2);
      floorB.serial(path);

      a.to("DELETE", "/api/paths/" + path.text("id")).send().isProblem(400, "path-has-serials");
    }

    @Test
    void a_step_that_was_added_elsewhere_is_known() {
      Reply path = floorA.path(floorA.job(), "Cut");
      a.to("PUT", "/api/paths/" + path.text("id")).json("{'name':'Side'}").send().is(200);
      Reply there =
          b.to("PUT", "/api/paths/" + path.text("id"))
              .json("{'steps':[{'name':'Cut'},{'name':'Fold'}]}")
              .send()
              .is(200);
      List<String> steps = Floor.steps(there);

      Reply reply = floorA.plan(path.text("id"), steps.reversed()).send().is(200);

      assertThat(Floor.steps(reply)).isEqualTo(steps.reversed());
    }

    @Test
    void serials_and_the_end_of_their_path_exclude_each_other() {
      String job = floorA.job();
      for (int round = 0; round < 25; round++) {
        Reply path = floorA.path(job, "Cut");
        String id = path.text("id");
        if (round % 2 == 0) {
          // Both nodes know it well.
          b.to("PUT", "/api/paths/" + id).json("{}").send().is(200);
        }
        CompletableFuture<Reply> deleting = b.to("DELETE", "/api/paths/" + id).sendLater();
        CompletableFuture<Reply> issuing = floorA.issue(path, 3).sendLater();
        Reply deleted = deleting.join();
        Reply issued = issuing.join();

        List<String> names = stream(id).stream().map(stored -> stored.event().name()).toList();
        if (deleted.status() == 200) {
          issued.isProblem(404, "path-not-found");
          assertThat(names).containsExactly("path.created", "path.deleted");
        } else {
          deleted.isProblem(400, "path-has-serials");
          issued.is(201);
          assertThat(names).containsExactly("path.created", "path.serials-issued");
        }
      }
    }
  }

  @Nested
  class Numbers {

    @Test
    void every_call_gets_consecutive_numbers_and_no_number_is_given_twice() {
      Reply one = floorA.longPath(1);
      Reply other = floorA.longPath(1);
      List<CompletableFuture<Reply>> calls = new ArrayList<>();
      for (int i = 0; i < 15; i++) {
        calls.add(floorA.issue(one, 7).sendLater());
        calls.add(floorB.issue(one, 7).sendLater());
        calls.add(floorA.issue(other, 3).sendLater());
        calls.add(floorB.issue(other, 3).sendLater());
      }

      List<String> all = new ArrayList<>();
      for (CompletableFuture<Reply> call : calls) {
        List<Long> numbers =
            Floor.numbers(call.join().is(201)).stream()
                .map(id -> Long.parseLong(id.substring(3)))
                .toList();
        for (int i = 1; i < numbers.size(); i++) {
          assertThat(numbers.get(i)).isEqualTo(numbers.getFirst() + i);
        }
        all.addAll(numbers.stream().map(String::valueOf).collect(Collectors.toList()));
      }
      assertThat(all).hasSize(15 * 20).doesNotHaveDuplicates();
    }

    @Test
    void invariant_7_numbers_rise_over_jobs_paths_batches_and_whichever_node_is_asked() {
      Reply one = floorA.longPath(1);
      Reply other = floorA.longPath(1);
      List<Long> issued = new ArrayList<>();
      for (int round = 0; round < 10; round++) {
        issued.addAll(numbers(floorA.issue(one, 3)));
        issued.addAll(numbers(floorB.issue(other, 1)));
        issued.addAll(numbers(floorB.issue(one, 5)));
      }
      riseWithoutEnd(issued);
    }

    @Test
    void invariant_7_numbers_rise_over_a_restart() {
      DatabaseAddress database = TestPostgres.freshDatabase();
      List<Long> issued = new ArrayList<>();
      for (int start = 0; start < 3; start++) {
        try (Node node = new Node(database)) {
          Floor floor = new Floor(node);
          Reply path = floor.longPath(1);
          issued.addAll(numbers(floor.issue(path, 4)));
          issued.addAll(numbers(floor.issue(path, 1)));
        }
      }
      assertThat(issued).hasSize(15);
      riseWithoutEnd(issued);
    }

    private List<Long> numbers(Request issue) {
      return Floor.numbers(issue.send().is(201)).stream()
          .map(id -> Long.parseLong(id.substring(3)))
          .toList();
    }

    private void riseWithoutEnd(List<Long> numbers) {
      assertThat(numbers).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void ten_thousand_come_in_one_call_and_stand_side_by_side_in_the_ledger() {
      Reply path = floorA.longPath(8);
      long before = a.head();

      Reply reply = floorA.issue(path, 10_000).send().is(201);

      assertThat(Floor.numbers(reply)).hasSize(10_000).doesNotHaveDuplicates();
      assertThat(reply.position()).isEqualTo(before + 10_001);
      floorB.advance(Floor.numbers(reply).getLast()).send().is(200);
    }

    @Test
    void a_call_that_fails_burns_numbers_and_nothing_else() {
      Reply path = floorA.longPath(1);
      String before = floorA.serial(path);
      long head = a.head();

      floorA.issue(path, 10_001).send().isProblem(400, "invalid-request");
      String after = floorB.serial(path);

      assertThat(Long.parseLong(after.substring(3)))
          .isGreaterThan(Long.parseLong(before.substring(3)));
      assertThat(a.head()).isEqualTo(head + 2);
    }
  }
}
