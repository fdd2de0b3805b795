package jobtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import jobtrail.ledger.Ledger;
import jobtrail.ledger.StoredEvent;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Items over HTTP: with their job and later, moved one by one, by two at once. */
class ItemsHttpTest {

  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";

  private final Node node = Node.first();
  private final Floor floor = new Floor(node);

  private List<StoredEvent> streamOf(String id) {
    return node.bean(Ledger.class).stream(id, 0);
  }

  private List<String> namesAfter(long position) {
    return node.bean(Ledger.class).after(position, 10_000).stream()
        .map(stored -> stored.event().name())
        .toList();
  }

  private Request add(String jobId, String body) {
    return node.to("POST", "/api/jobs/" + jobId + "/items").json(body);
  }

  private static String lines(int count) {
    return String.join(
        ",", IntStream.range(0, count).mapToObj(n -> "{'name':'n','quantity':1}").toList());
  }

  @Nested
  class Adding {

    @Test
    void an_item_is_answered_with_all_its_fields() {
      String job = floor.job();
      long head = node.head();

      Reply reply =
          add(job, "{'name':' Flyer ','quantity':500,'productCode':' FLY-A5 ','colour':'red'}")
              .send()
              .is(201);

      JsonNode item = reply.json();
      assertThat(item.propertyNames())
          .containsExactlyInAnyOrder(
              "id",
              "jobId",
              "number",
              "name",
              "quantity",
              "productCode",
              "state",
              "artworkVersion",
              "createdAt",
              "updatedAt");
      assertThat(reply.text("id")).matches("item_[A-Za-z0-9_-]{12}");
      assertThat(reply.text("jobId")).isEqualTo(job);
      assertThat(item.path("number").isIntegralNumber()).isTrue();
      assertThat(reply.text("name")).isEqualTo("Flyer");
      assertThat(item.path("quantity").asInt()).isEqualTo(500);
      assertThat(reply.text("productCode")).isEqualTo("FLY-A5");
      assertThat(reply.text("state")).isEqualTo("awaiting_artwork");
      assertThat(item.path("artworkVersion").asInt()).isZero();
      assertThat(reply.text("createdAt")).matches(TIME).isEqualTo(reply.text("updatedAt"));
      assertThat(reply.header("Location")).isEqualTo("/api/items/" + reply.text("id"));
      assertThat(reply.header("ETag")).isEqualTo("\"0\"");
      assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
      assertThat(reply.position()).isEqualTo(head + 1).isEqualTo(node.head());
      StoredEvent stored = streamOf(reply.text("id")).getFirst();
      assertThat(stored.event().name()).isEqualTo("item.added");
      assertThat(stored.event().jobId()).isEqualTo(job);
      assertThat(stored.recordedAt()).isEqualTo(Instant.parse(reply.text("createdAt")));
    }

    @Test
    void a_list_is_answered_by_a_list_in_its_order_with_consecutive_numbers() {
      String job = floor.job();

      Reply reply =
          add(job, "[{'name':'b','quantity':1},{'name':'a','quantity':2}]")
              .with("If-Match", "\"99\"")
              .send()
              .is(201);

      assertThat(reply.json().valueStream().map(item -> item.path("name").asString()))
          .containsExactly("b", "a");
      List<Long> numbers =
          reply.json().valueStream().map(item -> item.path("number").asLong()).toList();
      assertThat(numbers.get(1)).isEqualTo(numbers.get(0) + 1);
      assertThat(reply.header("Location")).isEqualTo("/api/jobs/" + job + "/items");
      assertThat(reply.position()).isEqualTo(node.head());
      assertThat(add(job, "[{'name':'c','quantity':1}]").send().is(201).json().isArray()).isTrue();
    }

    @Test
    void numbers_rise_from_one_call_to_the_next() {
      String job = floor.job();
      long one = add(job, "{'name':'a','quantity':1}").send().json().path("number").asLong();
      long next = add(job, "{'name':'a','quantity':1}").send().json().path("number").asLong();

      assertThat(one).isPositive();
      assertThat(next).isGreaterThan(one);
    }

    @Test
    void a_thousand_are_added_at_once_and_not_one_more() {
      String job = floor.job();
      long head = node.head();

      Reply refused = add(job, "[" + lines(1_001) + "]").send();
      refused.isProblem(400, "invalid-request");
      assertThat(refused.fields()).containsExactly("body");
      assertThat(node.head()).isEqualTo(head);

      assertThat(add(job, "[" + lines(1_000) + "]").send().is(201).json()).hasSize(1_000);
      assertThat(node.head()).isEqualTo(head + 1_000);
    }

    @Test
    void one_bad_line_keeps_all_of_them_out() {
      String job = floor.job();
      long head = node.head();

      Reply reply = add(job, "[{'name':'a','quantity':1},{'name':' ','quantity':0}]").send();

      reply.isProblem(400, "invalid-request");
      assertThat(reply.fields()).containsExactly("[1].name", "[1].quantity");
      assertThat(node.head()).isEqualTo(head);
    }

    @Test
    void a_job_that_does_not_exist_gets_no_items() {
      add("job_unknown", "{'name':'a','quantity':1}").send().isProblem(404, "job-not-found");
      add("nonsense", "{}").send().isProblem(404, "job-not-found");
      add(floor.item(), "{}").send().isProblem(404, "job-not-found");
    }
  }

  @Nested
  class WithTheirJob {

    private Request create(String rest) {
      return node.to("POST", "/api/jobs").json("{'name':'Order'" + rest + "}");
    }

    @Test
    void a_job_and_its_items_come_in_together() {
      long head = node.head();

      Reply reply =
          create(
                  ",'contact':{'name':'Anna'},'items':[{'name':'Flyer','quantity':500},"
                      + "{'name':'Poster','quantity':20,'productCode':'P1'}]")
              .with("X-Actor", "ann")
              .send()
              .is(201);

      assertThat(namesAfter(head)).containsExactly("job.created", "item.added", "item.added");
      assertThat(reply.position()).isEqualTo(head + 3);
      assertThat(reply.header("ETag")).isEqualTo("\"0\"");
      assertThat(reply.header("Location")).isEqualTo("/api/jobs/" + reply.text("id"));
      assertThat(reply.text("status")).isEqualTo("open");
      assertThat(reply.json().path("contact").path("name").asString()).isEqualTo("Anna");
      JsonNode items = reply.json().path("items");
      assertThat(items.valueStream().map(item -> item.path("name").asString()))
          .containsExactly("Flyer", "Poster");
      assertThat(items.get(0).path("jobId").asString()).isEqualTo(reply.text("id"));
      assertThat(items.get(0).path("createdAt").asString()).isEqualTo(reply.text("createdAt"));
      node.bean(Ledger.class)
          .after(head, 3)
          .forEach(stored -> assertThat(stored.event().metadata()).contains("\"actor\":\"ann\""));
      // The job lives on as any other does, and so do its items.
      node.to("PUT", "/api/jobs/" + reply.text("id"))
          .with("If-Match", "\"0\"")
          .json("{'name':'Other','contact':{'name':'Anna'}}")
          .send()
          .is(200);
      String item = items.get(0).path("id").asString();
      floor.move(item, PaperMoves.body("in_review")).send().is(200);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          ",'items':[{'name':'Flyer','quantity':500},{'name':'Poster'}]",
          ",'items':[{'name':'Flyer','quantity':500},null]",
          ",'items':[{'name':'Flyer','quantity':0}]",
          ",'items':{'name':'Flyer','quantity':5}",
          ",'items':[{'name':'Flyer','quantity':5}],'goalQuantity':-1"
        })
    void all_or_nothing(String rest) {
      long head = node.head();

      create(rest).send().isProblem(400, "invalid-request");

      assertThat(node.head()).isEqualTo(head);
    }

    @Test
    void a_thousand_come_with_a_job_and_not_one_more() {
      long head = node.head();
      assertThat(create(",'items':[" + lines(1_001) + "]").send().fields())
          .containsExactly("items");
      assertThat(node.head()).isEqualTo(head);
      create(",'items':[" + lines(1_000) + "]").send().is(201);
      assertThat(node.head()).isEqualTo(head + 1_001);
    }

    @Test
    void a_job_without_items_is_one_event_and_needs_a_goal_as_ever() {
      assertThat(create(",'items':[]").send().fields()).containsExactly("goalQuantity");
      long head = node.head();
      Reply reply = create(",'items':[],'goalQuantity':5").send().is(201);
      assertThat(namesAfter(head)).containsExactly("job.created");
      assertThat(reply.json().has("items")).isFalse();
    }
  }

  @Nested
  class Moving {

    @Test
    void what_was_said_stands_in_the_event_and_the_item_shows_it() {
      String id = floor.item();
      String files =
          "[{'name':'front.pdf','size':9,'sha256':'" + "AB".repeat(32) + "'},{'name':'b.pdf'}]";

      Reply received =
          floor
              .move(id, "{'to':'in_review','files':" + files + ",'userId':'olga'}")
              .with("X-Actor", "terminal-3")
              .send()
              .is(200);

      assertThat(received.json().path("artworkVersion").asInt()).isEqualTo(1);
      assertThat(received.header("ETag")).isEqualTo("\"1\"");
      StoredEvent stored = streamOf(id).getLast();
      assertThat(stored.event().payload())
          .contains("front.pdf", "b.pdf", "ab".repeat(32))
          .doesNotContain("mediaType");
      assertThat(stored.event().metadata()).contains("\"actor\":\"olga\"");
      assertThat(Instant.parse(received.text("updatedAt"))).isEqualTo(stored.recordedAt());

      Reply sent = floor.move(id, "{'to':'proof_sent','proofReference':' P-7 '}").send().is(200);
      assertThat(sent.text("proofReference")).isEqualTo("P-7");
    }

    @Test
    void an_approvers_name_is_never_stored_in_the_open() {
      String id = floor.itemIn("proof_sent");

      floor
          .move(
              id, "{'to':'ready_for_production','approvedBy':'customer','name':'Zdenka Nováková'}")
          .send()
          .is(200);

      assertThat(streamOf(id).getLast().event().payload())
          .contains("approver-of-" + id)
          .doesNotContain("Zdenka");
    }

    @Test
    void a_file_name_alone_will_do_but_not_besides_files() {
      String id = floor.item();

      Reply both =
          floor.move(id, "{'to':'in_review','fileName':'a.pdf','files':[{'name':'b.pdf'}]}").send();
      both.isProblem(400, "invalid-request");
      assertThat(both.fields()).containsExactly("fileName");
      floor.move(id, "{'to':'in_review','fileName':'a.pdf'}").send().is(200);
      assertThat(streamOf(id).getLast().event().payload()).contains("\"a.pdf\"");
    }

    @Test
    void an_old_version_is_told_before_any_rule() {
      String id = floor.itemIn("in_review");
      long head = node.head();

      for (String body : List.of(PaperMoves.body("cancelled"), PaperMoves.body("archived"))) {
        Reply stale = floor.move(id, body).with("If-Match", "\"0\"").send();
        stale.isProblem(412, "stale-version");
        assertThat(stale.header("ETag")).isEqualTo("\"1\"");
        assertThat(stale.json().path("item").path("state").asString()).isEqualTo("in_review");
      }
      assertThat(node.head()).isEqualTo(head);
      floor.move(id, PaperMoves.body("cancelled")).with("If-Match", "\"1\"").send().is(200);
    }

    @Test
    void an_unknown_item_is_not_found() {
      for (String id : List.of("item_unknown", "nonsense", floor.job())) {
        floor.move(id, PaperMoves.body("cancelled")).send().isProblem(404, "item-not-found");
        node.to("GET", "/api/items/" + id + "/transitions").send().isProblem(404, "item-not-found");
      }
    }

    @Test
    void nothing_may_follow_a_cancelled_item_and_that_is_an_answer_too() {
      String id = floor.itemIn("cancelled");

      Reply reply = node.to("GET", "/api/items/" + id + "/transitions").send().is(200);

      assertThat(reply.text("itemId")).isEqualTo(id);
      assertThat(reply.text("state")).isEqualTo("cancelled");
      assertThat(reply.json().path("transitions").isArray()).isTrue();
      assertThat(reply.json().path("transitions")).isEmpty();
      assertThat(reply.header("ETag")).isEqualTo("\"1\"");
      assertThat(reply.position()).isEqualTo(node.head());
    }

    @Test
    void only_before_a_customer_who_saw_a_proof_the_choice_is_wider() {
      assertThat(choices("proof_sent")).isEqualTo("[\"customer\",\"internal\"]");
      assertThat(choices("in_review")).isEqualTo("[\"internal\"]");
    }

    private String choices(String state) {
      return node.to("GET", "/api/items/" + floor.itemIn(state) + "/transitions")
          .send()
          .json()
          .path("transitions")
          .valueStream()
          .filter(next -> next.path("to").asString().equals("ready_for_production"))
          .flatMap(next -> next.path("details").valueStream())
          .filter(detail -> detail.path("name").asString().equals("approvedBy"))
          .map(detail -> detail.path("values").toString())
          .findFirst()
          .orElseThrow();
    }
  }

  /** Two who answer one proof at the same moment. */
  @Nested
  class AtOnce {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void one_wins_and_the_other_is_told_what_happened(boolean twoNodes) {
      Floor other = new Floor(twoNodes ? Node.second() : node);
      String approval =
          "{'to':'ready_for_production','approvedBy':'customer','name':'Anna','userId':'ann'}";
      String feedback = "{'to':'proof_changes_requested','feedback':'Larger logo','userId':'ben'}";
      for (int round = 0; round < 25; round++) {
        String id = floor.itemIn("proof_sent");
        CompletableFuture<Reply> yes = floor.move(id, approval).sendLater();
        CompletableFuture<Reply> no = other.move(id, feedback).sendLater();
        List<Reply> replies = List.of(yes.join(), no.join());

        Reply won = replies.get(replies.getFirst().status() == 200 ? 0 : 1).is(200);
        Reply lost = replies.get(1 - replies.indexOf(won));
        lost.isProblem(409, "transition-not-allowed");
        assertThat(lost.text("state")).isEqualTo(won.text("state"));
        assertThat(lost.json().path("item")).isEqualTo(won.json());
        JsonNode lastMove = lost.json().path("lastMove");
        assertThat(lastMove.path("from").asString()).isEqualTo("proof_sent");
        assertThat(lastMove.path("to").asString()).isEqualTo(won.text("state"));
        assertThat(lastMove.path("actor").asString())
            .isEqualTo(won.text("state").equals("ready_for_production") ? "ann" : "ben");
        assertThat(lastMove.path("at").asString()).isEqualTo(won.text("updatedAt"));
        assertThat(lastMove.path("event").asString())
            .isEqualTo(streamOf(id).getLast().event().name());
        assertThat(streamOf(id)).hasSize(4);
      }
    }
  }
}
