package jobtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import jobtrail.events.job.JobEvent.JobGoalChanged;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathGoalChanged;
import jobtrail.query.platform.FreshViews;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** How far a job is, as its answer says it; each test has jobs and serials of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgressTest {

  private final Node node = new Node(FreshViews.database());

  @AfterAll
  void close() {
    node.close();
  }

  @Test
  void of_a_job_is_counted_over_its_paths_in_both_shapes() {
    PathCreated one = Shop.pathCreated("one", "docs", 40, "a");
    PathCreated two = Shop.pathCreated("two", "docs", 10, "a", "b");
    node.append(Shop.jobCreated("docs", 45), one, two);
    node.append(Shop.serialsCreated(one, 1, 20));
    node.append(Shop.serialsCreated(two, 101, 5));
    IntStream.range(0, 15).forEach(i -> node.append(Shop.completed(one, 1 + i)));
    IntStream.range(0, 3).forEach(i -> node.append(Shop.completed(two, 101 + i)));

    JsonNode job = node.getNow("/api/jobs/job_docs").json();

    assertThat(job.path("progress").toString())
        .isEqualTo(
            "{\"totalGoal\":50,\"totalCompleted\":18,\"percentComplete\":36.0,\"pathProgress\":["
                + "{\"pathId\":\"path_one\",\"pathName\":\"Path one\",\"goal\":40,\"completed\":15,"
                + "\"percentComplete\":37.5,\"shortfall\":25},"
                + "{\"pathId\":\"path_two\",\"pathName\":\"Path two\",\"goal\":10,\"completed\":3,"
                + "\"percentComplete\":30.0,\"shortfall\":7}],"
                + "\"jobId\":\"job_docs\",\"jobName\":\"Job docs\",\"goalQuantity\":45,"
                + "\"totalSerials\":25,\"completedSerials\":18,\"inProgressSerials\":7,"
                + "\"scrappedSerials\":0,\"producedQuantity\":25,\"orderedQuantity\":45,"
                + "\"progressPercent\":40.0,\"shortfall\":32}");
    assertThat(job.path("paths").size()).isEqualTo(2);
    assertThat(job.path("status").stringValue()).isEqualTo("open");
  }

  @Test
  void of_a_job_is_complete_once_every_path_has_reached_its_goal() {
    PathCreated path = Shop.pathCreated("goal", "goal", 1, "a");
    node.append(Shop.jobCreated("goal", 2), path);
    assertThat(node.getNow("/api/jobs/job_goal").json().path("status").stringValue())
        .isEqualTo("open");
    node.append(Shop.serialsCreated(path, 201, 2));
    node.append(Shop.completed(path, 201));
    assertThat(node.getNow("/api/jobs?q=goal").json().get(0).path("status").stringValue())
        .isEqualTo("completed");
    node.append(Shop.completed(path, 202));
    JsonNode progress = node.getNow("/api/jobs/job_goal").json().path("progress");
    assertThat(progress.path("percentComplete").doubleValue()).isEqualTo(200);
    assertThat(progress.path("shortfall").longValue()).isZero();
  }

  @Test
  void invariant_4_of_a_job_never_falls_by_scrap_and_is_worked_out_anew_for_another_goal() {
    PathCreated one = Shop.pathCreated("three", "scrap", 6, "a", "b");
    PathCreated two = Shop.pathCreated("four", "scrap", 4, "a");
    node.append(Shop.jobCreated("scrap", 8), one, two);
    node.append(Shop.serialsCreated(one, 301, 6));
    node.append(Shop.serialsCreated(two, 401, 4));
    node.append(Shop.completed(one, 301));
    node.append(Shop.completed(two, 401));
    double percent = percent();
    assertThat(percent).isEqualTo(25);
    for (int scrapped = 1; scrapped <= 5; scrapped++) {
      node.append(
          scrapped <= 3 ? Shop.scrapped(one, 301 + scrapped) : Shop.scrapped(two, 398 + scrapped));
      assertThat(percent()).isGreaterThan(percent).isEqualTo(2.0 / (8 - scrapped) * 100);
      percent = percent();
    }

    node.append(new JobGoalChanged(Shop.job("scrap"), 25));
    assertThat(percent()).isEqualTo(10);
    node.append(new JobGoalChanged(Shop.job("scrap"), 6));
    assertThat(percent()).isEqualTo(200);

    node.append(new PathGoalChanged(one.pathId(), one.jobId(), 1));
    JsonNode progress = node.getNow("/api/jobs/job_scrap").json().path("progress");
    assertThat(progress.path("percentComplete").doubleValue()).isEqualTo(40);
    assertThat(progress.path("pathProgress").get(0).path("percentComplete").doubleValue())
        .isEqualTo(100);
    assertThat(progress.path("progressPercent").doubleValue()).isEqualTo(200);
  }

  /** As the job tells it, and as the list of all jobs' progress does. */
  private double percent() {
    JsonNode progress = node.getNow("/api/jobs/job_scrap").json().path("progress");
    assertThat(node.getNow("/api/jobs/progress?jobIds=job_scrap").json().get(0))
        .isEqualTo(progress);
    return progress.path("progressPercent").doubleValue();
  }

  @Test
  void of_a_job_without_paths_is_none_and_all_is_owed() {
    node.append(Shop.jobCreated("bare", 7));
    JsonNode progress = node.getNow("/api/jobs/job_bare").json().path("progress");
    assertThat(progress.path("totalGoal").longValue()).isZero();
    assertThat(progress.path("percentComplete").doubleValue()).isZero();
    assertThat(progress.path("shortfall").longValue()).isEqualTo(7);
  }
}
