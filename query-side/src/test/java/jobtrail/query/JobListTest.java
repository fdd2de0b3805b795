package jobtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jobtrail.events.job.JiraTicket;
import jobtrail.events.job.JobEvent.JobCreated;
import jobtrail.events.job.JobEvent.JobCustomerChanged;
import jobtrail.events.job.JobEvent.JobRenamed;
import jobtrail.events.job.JobEvent.JobTagsChanged;
import jobtrail.events.path.PathEvent.PathCreated;
import jobtrail.events.path.PathEvent.PathDeleted;
import jobtrail.events.path.PathEvent.PathGoalChanged;
import jobtrail.events.path.PathEvent.PathStepsChanged;
import jobtrail.events.priority.PriorityEvent.PrioritiesSet;
import jobtrail.query.Node.Answer;
import jobtrail.query.platform.FreshViews;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Jobs found by what is known of them, and in which order they are worked on. */
class JobListTest {

  private static Node node;

  /** Six jobs, of which the fourth is completed; found by what stands here. */
  @BeforeAll
  static void start() {
    node = new Node(FreshViews.database());
    JiraTicket ticket =
        new JiraTicket("PI-77", "Make it 100% shiny", "123456-001", "High", null, List.of("foil"));
    PathCreated cards = Shop.pathCreated("cards", "cards", 2, "Print", "Die-Cut");
    PathCreated signs = Shop.pathCreated("signs", "signs", 1, "Print", "Pack");
    PathCreated done = Shop.pathCreated("done", "done", 1, "Pack");
    node.append(
        job("cards", "Business cards", "PO-1", "Brandt & Söhne", ticket),
        job("signs", "Shop_signs", "PO-2", "ACME", null),
        job("flyers", "Flyers 50%", "po-1", "Acme", null),
        job("done", "Business plan", "PO-4", "ACME Ltd", null),
        job("plain", "C:\\temp", null, null, null),
        job("maps", "Maßstab", "PO-5", null, null));
    node.append(cards, signs, done);
    node.append(Shop.serialsCreated(done, 1, 1));
    node.append(Shop.completed(done, 1));
    node.append(new JobTagsChanged(Shop.job("signs"), List.of("Rush", "export")));
    node.append(new JobTagsChanged(Shop.job("maps"), List.of("rush")));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static JobCreated job(
      String name,
      String title,
      @Nullable String reference,
      @Nullable String company,
      @Nullable JiraTicket ticket) {
    return new JobCreated(Shop.job(name), title, 10, reference, company, null, ticket);
  }

  private static List<String> found(String query) {
    Answer answer = node.getNow("/api/jobs?" + query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return ids(answer);
  }

  private static List<String> ids(Answer answer) {
    return answer
        .json()
        .valueStream()
        .map(job -> job.path("id").stringValue().substring("job_".length()))
        .toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @ParameterizedTest(name = "{0}={1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "name|business|done cards",
        "name|BUSINESS C|cards",
        "name|%|flyers",
        "name|_|signs",
        "name|\\|plain",
        "name|MASS|maps",
        "name|x|",
        "reference|PO-1|cards",
        "reference|po-1|flyers",
        "reference|PO|",
        "company|acme|flyers signs",
        "company|brandt & söhne|cards",
        "company|ac|",
        "status|completed|done",
        "status|open|maps plain flyers signs cards",
        "tag|rush|maps signs",
        "tag|EXPORT|signs",
        "tag|rus|",
        "step|print|signs cards",
        "step|die-cut|cards",
        "step|cut|",
        "q|po-1|flyers cards",
        "q|acme|done flyers signs",
        "q|acme  rush|signs",
        "q|100%|cards",
        "q|pi-77|cards",
        "q|123456|cards",
        "q|foil|",
        "q|expo|signs",
        "q|söhne shiny business|cards",
        "q|söhne rush|"
      })
  void a_job_is_found_by(String parameter, String said, @Nullable String jobs) {
    assertThat(found(parameter + "=" + encoded(said)))
        .isEqualTo(jobs == null ? List.of() : List.of(jobs.split(" ", -1)));
  }

  @Test
  void everything_can_be_asked_at_once_and_page_by_page() {
    assertThat(
            found("status=open&step=print&q=acme&tag=Rush&name=sign&company=ACME&reference=PO-2"))
        .containsExactly("signs");
    assertThat(found("status=completed&step=print")).isEmpty();
    for (String sort : List.of("newest", "priority")) {
      List<String> seen = new ArrayList<>();
      String page = "/api/jobs?status=open&limit=2&sort=" + sort;
      while (page != null) {
        Answer answer = node.getNow(page);
        assertThat(ids(answer)).hasSizeLessThanOrEqualTo(2);
        seen.addAll(ids(answer));
        String link = answer.header("Link");
        page = link.isEmpty() ? null : link.substring(1, link.indexOf('>'));
      }
      assertThat(seen).isEqualTo(found("status=open&sort=" + sort)).hasSize(5);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"status=done", "status=", "sort=name", "name=", "q=%20", "tag=%00", "step=a%0Ab"})
  void what_cannot_be_asked_names_the_parameter(String query) {
    Answer answer = node.getNow("/api/jobs?" + query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(answer.json().path("errors").get(0).path("field").stringValue())
        .isEqualTo(query.split("=", -1)[0]);
  }

  @Test
  void a_text_that_is_too_long_to_be_any_name_is_refused() {
    assertThat(node.getNow("/api/jobs?q=" + "x".repeat(201)).status()).isEqualTo(400);
  }

  @Test
  void what_changes_is_found_as_it_is_now() {
    try (Node shop = new Node(FreshViews.database())) {
      PathCreated path = Shop.pathCreated("p", "j", 1, "Cut");
      PathCreated gone = Shop.pathCreated("g", "j", 1, "Glue");
      shop.append(Shop.jobCreated("j", 1), path, gone);
      assertThat(ids(shop.getNow("/api/jobs?step=glue"))).hasSize(1);
      shop.append(
          new JobRenamed(Shop.job("j"), "New"),
          new JobCustomerChanged(Shop.job("j"), "ACME", null),
          new JobTagsChanged(Shop.job("j"), List.of("a", "b")),
          new JobTagsChanged(Shop.job("j"), List.of("b")),
          new PathStepsChanged(path.pathId(), path.jobId(), List.of(Shop.step("p", "Fold"))),
          new PathDeleted(gone.pathId(), gone.jobId()));
      for (String query : List.of("name=new", "company=acme", "q=acme", "tag=b", "step=fold")) {
        assertThat(ids(shop.getNow("/api/jobs?" + query))).as(query).hasSize(1);
      }
      for (String query : List.of("name=job", "q=job", "tag=a", "step=cut", "step=glue")) {
        assertThat(ids(shop.getNow("/api/jobs?" + query))).as(query).isEmpty();
      }
    }
  }

  @Test
  void tags_are_answered_with_the_version_of_the_job() {
    Answer answer = node.getNow("/api/jobs/job_signs/tags");
    assertThat(answer.header("ETag")).isEqualTo("\"1\"");
    assertThat(answer.body()).isEqualTo("{\"tags\":[\"Rush\",\"export\"]}");
    assertThat(node.get("/api/jobs/job_cards/tags").body()).isEqualTo("{\"tags\":[]}");
    assertThat(node.get("/api/jobs/job_signs").json().path("tags").toString())
        .isEqualTo("[\"Rush\",\"export\"]");
    assertThat(node.get("/api/jobs/job_none/tags").json().path("code").stringValue())
        .isEqualTo("job-not-found");
  }

  @Test
  void progress_of_many_is_the_progress_of_each() {
    Answer all = node.getNow("/api/jobs/progress");
    List<String> order = List.of("maps", "plain", "done", "flyers", "signs", "cards");
    assertThat(all.json()).hasSameSizeAs(order);
    IntStream.range(0, order.size())
        .forEach(i ->
            assertThat(all.json().get(i))
                .isEqualTo(node.get("/api/jobs/job_" + order.get(i)).json().path("progress")));
    String first = node.get("/api/jobs/progress?limit=4").header("Link");
    assertThat(progressOf(node.get(first.substring(1, first.indexOf('>')))))
        .containsExactly("job_signs", "job_cards");
    assertThat(progressOf(node.get("/api/jobs/progress?jobIds=job_done,job_maps,job_none")))
        .containsExactly("job_maps", "job_done");
    assertThat(progressOf(node.get("/api/jobs/progress?jobIds=job_done&jobIds=job_maps")))
        .containsExactly("job_maps", "job_done");
    assertThat(progressOf(node.get("/api/jobs/progress?status=completed")))
        .containsExactly("job_done");
    assertThat(node.get("/api/jobs/progress?status=lost").status()).isEqualTo(400);
    String many = "job_x,".repeat(1000) + "job_x";
    assertThat(node.get("/api/jobs/progress?jobIds=" + many).status()).isEqualTo(400);
  }

  private static List<String> progressOf(Answer answer) {
    return answer.json().valueStream().map(job -> job.path("jobId").stringValue()).toList();
  }

  @Test
  void jobs_are_worked_on_in_their_order_and_completed_ones_have_none() {
    try (Node shop = new Node(FreshViews.database())) {
      PathCreated path = Shop.pathCreated("b", "b", 1, "Cut");
      Stream.of("a", "b", "c").forEach(name -> shop.append(Shop.jobCreated(name, 1)));
      assertThat(priorities(shop)).containsExactly("a 1", "b 2", "c 3");

      shop.append(
          new PrioritiesSet(List.of(Shop.job("c"), Shop.job("b"), Shop.job("a"))),
          Shop.jobCreated("d", 1));
      assertThat(priorities(shop)).containsExactly("c 1", "b 2", "a 3", "d 4");
      assertThat(shop.getNow("/api/jobs/job_a").json().path("priority").intValue()).isEqualTo(3);

      shop.append(path);
      shop.append(Shop.serialsCreated(path, 1, 1));
      shop.append(Shop.completed(path, 1));
      assertThat(priorities(shop)).containsExactly("c 1", "a 2", "d 3", "b -");
      assertThat(shop.getNow("/api/jobs/job_b").json().has("priority")).isFalse();

      shop.append(new PathGoalChanged(path.pathId(), path.jobId(), 2));
      assertThat(priorities(shop)).containsExactly("c 1", "b 2", "a 3", "d 4");
    }
  }

  private static List<String> priorities(Node shop) {
    return shop.getNow("/api/jobs?sort=priority")
        .json()
        .valueStream()
        .map((JsonNode job) ->
            job.path("id").stringValue().substring(4) + " " + job.path("priority").asString("-"))
        .toList();
  }
}
