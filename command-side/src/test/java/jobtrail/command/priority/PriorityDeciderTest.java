package jobtrail.command.priority;

import static jobtrail.command.priority.PriorityExamples.BOOK;
import static jobtrail.command.priority.PriorityExamples.inOrder;
import static jobtrail.command.priority.PriorityExamples.open;
import static jobtrail.command.priority.PriorityExamples.put;
import static jobtrail.command.priority.PriorityRefused.Reason.JOB_NOT_FOUND;
import static jobtrail.command.priority.PriorityRefused.Reason.NOT_THE_OPEN_JOBS;

import java.util.stream.IntStream;
import jobtrail.command.WholeRuleBook;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PriorityDeciderTest {

  @RegisterExtension static final WholeRuleBook WHOLE = BOOK;

  @Nested
  class Ordering {

    @Test
    void the_open_jobs_are_put_in_order() {
      open("job_a", "job_b").when(put("job_b", "job_a")).then(inOrder("job_b", "job_a"));
    }

    @Test
    void the_order_of_their_age_is_worth_saying_the_first_time() {
      open("job_a", "job_b").when(put("job_a", "job_b")).then(inOrder("job_a", "job_b"));
    }

    @Test
    void a_job_named_twice_counts_where_it_is_named_first() {
      open("job_a", "job_b").when(put("job_b", "job_a", "job_b")).then(inOrder("job_b", "job_a"));
    }

    @Test
    void the_same_order_again_changes_nothing() {
      open("job_a", "job_b").once(inOrder("job_b", "job_a")).when(put("job_b", "job_a")).then();
    }

    @Test
    void what_has_become_the_order_by_itself_changes_nothing() {
      open("job_a", "job_b", "job_c")
          .completed("job_d")
          .once(inOrder("job_b", "job_d", "job_a"))
          .when(put("job_b", "job_a", "job_c"))
          .then();
    }

    @Test
    void a_later_job_moves_up() {
      open("job_a", "job_b", "job_c")
          .once(inOrder("job_b", "job_a"))
          .when(put("job_c", "job_b", "job_a"))
          .then(inOrder("job_c", "job_b", "job_a"));
    }

    @Test
    void a_job_that_nobody_knows_is_told_before_anything_else() {
      open("job_a", "job_b")
          .completed("job_c")
          .when(put("job_c", "job_x"))
          .thenRefused(JOB_NOT_FOUND, "Job not found: job_x");
    }

    @Test
    void every_open_job_has_to_be_named() {
      open("job_a", "job_b", "job_c")
          .when(put("job_b"))
          .thenRefused(
              NOT_THE_OPEN_JOBS, "jobIds must name exactly the open jobs; missing: job_a, job_c");
    }

    @Test
    void a_completed_job_has_no_place_in_the_order() {
      open("job_a", "job_b")
          .completed("job_c")
          .when(put("job_a", "job_c"))
          .thenRefused(
              NOT_THE_OPEN_JOBS,
              "jobIds must name exactly the open jobs; missing: job_b; completed: job_c");
    }

    @Test
    void a_long_list_of_missing_jobs_is_cut_short_in_the_message() {
      String[] jobs = IntStream.range(0, 13).mapToObj(n -> "job_" + n).toArray(String[]::new);
      open(jobs)
          .when(put("job_0"))
          .thenRefused(
              NOT_THE_OPEN_JOBS,
              "jobIds must name exactly the open jobs; missing: job_1, job_2, job_3, job_4,"
                  + " job_5, job_6, job_7, job_8, job_9, job_10 and 2 more");
    }
  }
}
