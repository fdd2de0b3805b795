package jobtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import jobtrail.events.DomainEvent;
import jobtrail.events.item.ItemEvent.ArtworkAdded;
import jobtrail.events.item.ItemState;
import jobtrail.events.job.JobEvent.JobCreated;
import jobtrail.ledger.DatabaseAddress;
import jobtrail.query.Node.Answer;
import jobtrail.query.platform.FreshViews;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Which items wait in which state, and for how long. */
class ItemBoardTest {

  private static final Instant NOW = Instant.parse("2100-01-01T00:00:00Z");

  /** For example {@code proof_sent 2: b a}, of the columns that have any. */
  private static List<String> columns(Answer board) {
    assertThat(board.status()).as(board.body()).isEqualTo(200);
    return board
        .json()
        .path("columns")
        .valueStream()
        .filter(column -> column.path("count").longValue() > 0)
        .map((JsonNode column) ->
            column.path("state").stringValue()
                + " "
                + column.path("count").longValue()
                + column
                    .path("items")
                    .valueStream()
                    .map(item -> " " + item.path("id").stringValue().substring(5))
                    .reduce(":", String::concat))
        .toList();
  }

  private static Node smallShop() {
    Node node = Node.at(NOW, FreshViews.database());
    node.append(
        new JobCreated(Shop.job("fair"), "Fair", null, "PO-1", "Brandt", null, null),
        new JobCreated(Shop.job("shop"), "Shop", null, null, "ACME", null, null));
    node.append(ItemFacts.come("a", "fair", 1, ItemState.IN_REVIEW));
    node.append(ItemFacts.come("b", "shop", 2, ItemState.PROOF_SENT));
    node.append(ItemFacts.come("c", "fair", 3, ItemState.IN_REVIEW));
    node.append(ItemFacts.come("d", "shop", 4, ItemState.ARCHIVED));
    node.append(ItemFacts.come("e", "shop", 5, ItemState.CANCELLED));
    return node;
  }

  @Test
  void has_a_column_for_each_state_and_what_waits_longest_stands_first() {
    try (Node node = smallShop()) {
      node.append(
          ItemFacts.moved("a", "fair", ItemState.IN_REVIEW, ItemState.CUSTOMER_NOTIFIED),
          ItemFacts.moved("a", "fair", ItemState.CUSTOMER_NOTIFIED, ItemState.IN_REVIEW));
      Answer board = node.getNow("/api/item-board");

      assertThat(columns(board))
          .containsExactly(
              "in_review 2: c a", "proof_sent 1: b", "cancelled 1: e", "archived 1: d");
      assertThat(
              board
                  .json()
                  .path("columns")
                  .valueStream()
                  .map(column -> column.path("state").stringValue()))
          .containsExactlyElementsOf(Stream.of(ItemState.values()).map(ItemState::word).toList());
      assertThat(board.json().path("columns").get(0).toString())
          .isEqualTo("{\"state\":\"awaiting_artwork\",\"count\":0,\"items\":[]}");
    }
  }

  @Test
  void an_item_is_as_old_in_its_state_whatever_else_happens_to_it() {
    try (Node node = smallShop()) {
      String before = node.getNow("/api/item-board?state=in_review").body();
      node.append(new ArtworkAdded(ItemFacts.item("a"), Shop.job("fair"), 2, List.of()));
      assertThat(node.getNow("/api/item-board?state=in_review").body())
          .isEqualTo(before.replaceFirst("\"artworkVersion\":1", "\"artworkVersion\":2"));
    }
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class A_small_shop_where_nothing_happens {

    private final Node node = smallShop();

    @AfterAll
    void close() {
      node.close();
    }

    @Test
    void says_of_an_item_what_it_is_and_how_long_it_is_there() {
      JsonNode card = node.getNow("/api/item-board").json().at("/columns/1/items/0");

      assertThat(card.deepCopy().asObject().without(List.of("since", "ageSeconds")).toString())
          .isEqualTo(
              """
              {"id":"item_a","jobId":"job_fair","jobName":"Fair","reference":"PO-1","company":"Brandt",\
              "number":1,"name":"Item a","quantity":100,"artworkVersion":1}\
              """);
      JsonNode item = node.get("/api/items/item_a").json();
      assertThat(card.path("since")).isEqualTo(item.path("history").get(1).path("at"));
      Instant since = Instant.parse(card.path("since").stringValue());
      assertThat(card.path("ageSeconds").longValue())
          .isEqualTo(Duration.between(since, NOW).toSeconds());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
        delimiter = '|',
        value = {
          "state=in_review|in_review 2: a c",
          "state=archived,proof_sent|proof_sent 1: b; archived 1: d",
          "company=acme|proof_sent 1: b; cancelled 1: e; archived 1: d",
          "company=acme&state=cancelled|cancelled 1: e",
          "reference=PO-1|in_review 2: a c",
          "reference=po-1|''",
          "job=job_fair&limit=1|in_review 2: a",
          "jobId=job_shop&reference=PO-1|''",
          "job=job_none|''",
          "limit=1|in_review 2: a; proof_sent 1: b; cancelled 1: e; archived 1: d"
        })
    void shows_what_is_asked_for(String query, String expected) {
      assertThat(String.join("; ", columns(node.getNow("/api/item-board?" + query))))
          .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"limit=501,limit", "cursor=1,cursor", "'cursor=1&state=in_review,archived',cursor"})
    void says_what_cannot_be_asked(String query, String field) {
      Answer answer = node.getNow("/api/item-board?" + query);
      assertThat(answer.status()).as(answer.body()).isEqualTo(400);
      assertThat(answer.json().path("errors").get(0).path("field").stringValue()).isEqualTo(field);
    }

    @Test
    void is_read_on_column_by_column() {
      for (String filter : List.of("", "&company=brandt")) {
        Answer first = node.getNow("/api/item-board?state=in_review&limit=1" + filter);
        assertThat(columns(first)).containsExactly("in_review 2: a");
        String link = first.header("Link");
        assertThat(link).endsWith(">; rel=\"next\"");
        Answer second = node.get(link.substring(1, link.indexOf('>')));
        assertThat(columns(second)).containsExactly("in_review 2: c");
        assertThat(second.header("Link")).isEmpty();
        Answer beyond = node.get("/api/item-board?state=in_review&cursor=1000000" + filter);
        assertThat(columns(beyond)).containsExactly("in_review 2:");
      }
      assertThat(node.get("/api/item-board?limit=1").header("Link")).isEmpty();
    }
  }

  @Test
  void shows_fifty_of_a_column_unless_told() {
    try (Node node = new Node(FreshViews.database())) {
      node.append(Shop.jobCreated("many", 1));
      List<DomainEvent> facts = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        facts.add(ItemFacts.added("n" + i, "many", i + 1));
      }
      node.append(facts);

      JsonNode column = node.getNow("/api/item-board").json().at("/columns/0");
      assertThat(column.path("items").size()).isEqualTo(50);
      assertThat(column.path("count").longValue()).isEqualTo(60);
      assertThat(node.get("/api/item-board?limit=500").json().at("/columns/0/items").size())
          .isEqualTo(60);
      assertThat(node.get("/api/item-board").json().at("/columns/0/items/0/ageSeconds").longValue())
          .isBetween(0L, 60L);
    }
  }

  /** More segments than there are shards of the counters, so that some share one. */
  @ParameterizedTest
  @CsvSource({"1", "2", "32"})
  void counts_what_there_is_however_many_write_at_once(int segments) {
    DatabaseAddress address = FreshViews.database();
    try (Node node =
        new Node(
            address,
            "jobtrail.views.segments=" + segments,
            "jobtrail.views.batch=50",
            "jobtrail.views.patience=60s")) {
      Map<String, ItemState> states = live(node, new Random(segments));
      compareBoard(node, states);
      compareJobs(node, states);
    }
    assertThat(Database.texts(address, "select stream_id from views.parked")).isEmpty();
    assertThat(
            Database.texts(
                address,
                "select deadlocks from pg_stat_database where datname = current_database()"))
        .containsExactly("0");
  }

  /** Three hundred items of sixty jobs, to which anything happens. */
  private static Map<String, ItemState> live(Node node, Random random) {
    Map<String, ItemState> states = new LinkedHashMap<>();
    List<DomainEvent> facts = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      facts.add(ItemFacts.added("r" + i, "j" + i % 60, i + 1));
      states.put("r" + i, ItemState.AWAITING_ARTWORK);
    }
    for (int i = 0; i < 60; i++) {
      facts.add(Shop.jobCreated("j" + i, 1));
    }
    node.append(facts);
    for (int round = 0; round < 20; round++) {
      facts.clear();
      for (int i = 0; i < 100; i++) {
        int which = random.nextInt(300);
        ItemState from = states.getOrDefault("r" + which, ItemState.AWAITING_ARTWORK);
        ItemState to = ItemFacts.anyNext(from, random);
        if (to != from) {
          facts.add(ItemFacts.moved("r" + which, "j" + which % 60, from, to));
          states.put("r" + which, to);
        }
      }
      node.append(facts);
    }
    return states;
  }

  private static void compareBoard(Node node, Map<String, ItemState> states) {
    JsonNode board = node.getNow("/api/item-board?limit=500").json();
    for (JsonNode column : board.path("columns")) {
      List<String> there =
          states.entrySet().stream()
              .filter(item -> item.getValue().word().equals(column.path("state").stringValue()))
              .map(item -> "item_" + item.getKey())
              .toList();
      assertThat(column.path("count").intValue()).isEqualTo(there.size());
      assertThat(column.path("items").valueStream().map(item -> item.path("id").stringValue()))
          .containsExactlyInAnyOrderElementsOf(there);
      List<Instant> since =
          column
              .path("items")
              .valueStream()
              .map(item -> Instant.parse(item.path("since").stringValue()))
              .toList();
      assertThat(since).isSorted();
    }
  }

  private static void compareJobs(Node node, Map<String, ItemState> states) {
    for (int job = 0; job < 60; job++) {
      Map<String, Integer> expected = new LinkedHashMap<>();
      for (int which = job; which < 300; which += 60) {
        expected.merge(
            states.getOrDefault("r" + which, ItemState.AWAITING_ARTWORK).word(), 1, Integer::sum);
      }
      Map<String, Integer> told = new LinkedHashMap<>();
      node.getNow("/api/jobs/job_j" + job)
          .json()
          .path("itemCounts")
          .propertyStream()
          .forEach(count -> told.put(count.getKey(), count.getValue().intValue()));
      assertThat(told).isEqualTo(expected);
    }
  }
}
