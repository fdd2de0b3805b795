package jobtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jobtrail.events.item.ItemEvent.JobItemAdded;
import jobtrail.events.item.ItemState;
import jobtrail.events.job.JobEvent.JobCreated;
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

/** Items found by what is known of them and of their jobs, and what they say about their jobs. */
class ItemListTest {

  private static Node node;

  /** Seven items of three jobs in one order of events; a fourth job has none. */
  @BeforeAll
  static void start() {
    node = new Node(FreshViews.database());
    node.append(
        job("fair", "Spring fair", "PO-1", "Brandt & Söhne"),
        job("shop", "Shop window", "PO-2", "ACME"),
        job("old", "Old stock", "po-1", "Acme"),
        job("bare", "Nothing yet", null, null));
    node.append(
        new JobItemAdded(ItemFacts.item("a"), Shop.job("fair"), 101, "Poster", 5, "POS-A2"));
    node.append(ItemFacts.come("b", "shop", 102, ItemState.PROOF_SENT));
    node.append(ItemFacts.come("c", "fair", 103, ItemState.CANCELLED));
    node.append(ItemFacts.come("d", "fair", 104, ItemState.PROOF_SENT));
    node.append(ItemFacts.come("e", "old", 105, ItemState.ARCHIVED));
    node.append(ItemFacts.come("f", "shop", 106, ItemState.COMPLETE));
    node.append(ItemFacts.come("g", "shop", 107, ItemState.ARCHIVED));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static JobCreated job(
      String name, String title, @Nullable String reference, @Nullable String company) {
    return new JobCreated(Shop.job(name), title, null, reference, company, null, null);
  }

  private static String names(Answer answer, String prefix) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return String.join(
        " ",
        answer
            .json()
            .valueStream()
            .map(one -> one.path("id").stringValue().substring(prefix.length()))
            .toList());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "''|g f e d c b a",
        "state=proof_sent|d b",
        "state=proof_sent,archived|g e d b",
        "state=proof_sent,+complete|f d b",
        "state=in_review|",
        "reference=PO-1|d c a",
        "reference=po-1|e",
        "company=acme|g f e b",
        "company=%20BRANDT+%26+s%C3%B6hne|d c a",
        "company=brandt|",
        "job=job_shop|g f b",
        "jobId=job_shop|g f b",
        "job=job_shop&jobId=job_shop&state=archived|g",
        "job=job_none|",
        "q=poster|a",
        "q=pos-a|a",
        "q=103|c",
        "q=window+item|g f b",
        "q=window+poster|",
        "q=%25|",
        "company=acme&state=archived&reference=PO-2&q=shop|g"
      })
  void an_item_is_found_by(String query, @Nullable String items) {
    assertThat(names(node.getNow("/api/items?" + query), "item_"))
        .isEqualTo(items == null ? "" : items);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state=done",
        "state=",
        "state=proof_sent,",
        "state=proof_sent&state=complete",
        "state=PROOF_SENT",
        "reference=",
        "company=%20",
        "q=%00",
        "jobId=job_fair&job=job_shop",
        "limit=0",
        "cursor=x"
      })
  void what_cannot_be_asked_names_the_parameter(String query) {
    for (String list : List.of("/api/items?", "/api/item-board?")) {
      if (!(query.startsWith("q") && list.contains("board"))) {
        Answer answer = node.getNow(list + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.json().path("errors").get(0).path("field").stringValue())
            .isEqualTo(query.split("=", -1)[0]);
      }
    }
  }

  @Test
  void a_list_is_read_page_by_page() {
    assertThat(pages("/api/items?limit=3&company=acme")).isEqualTo(List.of("g f e", "b"));
    assertThat(pages("/api/jobs/job_fair/items?limit=2")).isEqualTo(List.of("a c", "d"));
  }

  private static List<String> pages(String first) {
    List<String> pages = new ArrayList<>();
    String next = first;
    while (next != null) {
      Answer page = node.getNow(next);
      pages.add(names(page, "item_"));
      String link = page.header("Link");
      next = link.isEmpty() ? null : link.substring(1, link.indexOf('>'));
    }
    return pages;
  }

  @Test
  void a_jobs_items_are_in_the_order_they_were_added() {
    assertThat(names(node.getNow("/api/jobs/job_fair/items"), "item_")).isEqualTo("a c d");
    assertThat(names(node.getNow("/api/jobs/job_bare/items"), "item_")).isEmpty();
    Answer unknown = node.getNow("/api/jobs/job_none/items");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.json().path("code").stringValue()).isEqualTo("job-not-found");
    JsonNode item = node.getNow("/api/jobs/job_fair/items").json().get(0);
    assertThat(item.deepCopy().asObject().without(List.of("createdAt", "updatedAt")).toString())
        .isEqualTo(
            """
            {"id":"item_a","jobId":"job_fair","number":101,"name":"Poster","quantity":5,\
            "productCode":"POS-A2","state":"awaiting_artwork","artworkVersion":0}\
            """);
  }

  @Test
  void a_job_says_how_far_its_items_are_in_the_list_and_by_itself() {
    String fair =
        """
        "active":true,"itemState":"awaiting_artwork","itemsTotal":2,"itemsReady":0,"itemsPercentReady":0.0,\
        "itemCounts":{"awaiting_artwork":1,"proof_sent":1,"cancelled":1}\
        """;
    String shop =
        """
        "active":true,"itemState":"proof_sent","itemsTotal":3,"itemsReady":2,"itemsPercentReady":66.6666\
        """;
    String old =
        """
        "active":false,"itemsTotal":1,"itemsReady":1,"itemsPercentReady":100.0,"itemCounts":{"archived":1}\
        """;
    String bare =
        """
        "active":true,"itemsTotal":0,"itemsReady":0,"itemsPercentReady":0.0,"itemCounts":{}\
        """;
    assertThat(node.getNow("/api/jobs/job_fair").body()).contains(fair);
    assertThat(node.getNow("/api/jobs/job_shop").body()).contains(shop);
    assertThat(node.getNow("/api/jobs/job_old").body()).contains(old);
    assertThat(node.getNow("/api/jobs/job_bare").body()).contains(bare);
    assertThat(node.getNow("/api/jobs").body()).contains(fair, shop, old, bare);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "itemState=proof_sent|shop",
        "itemState=awaiting_artwork|fair",
        "itemState=in_review|",
        "active=true|bare shop fair",
        "active=false|old",
        "active=true&sort=priority|fair shop bare",
        "active=false&itemState=complete|"
      })
  void a_job_is_found_by_its_items(String query, @Nullable String jobs) {
    assertThat(names(node.getNow("/api/jobs?" + query), "job_"))
        .isEqualTo(jobs == null ? "" : jobs);
  }

  @ParameterizedTest
  @ValueSource(strings = {"itemState=archived", "itemState=", "itemState=x", "active=perhaps"})
  void a_job_is_not_found_by_what_it_cannot_be(String query) {
    assertThat(node.getNow("/api/jobs?" + query).status()).isEqualTo(400);
  }
}
