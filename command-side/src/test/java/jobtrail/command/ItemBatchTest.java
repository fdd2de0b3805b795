package jobtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jobtrail.ledger.Ledger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many items at once: a result for each, or all or nothing. */
class ItemBatchTest {

  private final Node node = Node.first();
  private final Floor floor = new Floor(node);

  private Request batch(String query, List<String> ids, String rest) {
    String named = ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
    return node.to("POST", "/api/items/transition" + query)
        .json("{'itemIds':[" + named + "]," + rest + "}");
  }

  private static List<String> told(Reply reply, String member) {
    return reply
        .json()
        .path("results")
        .valueStream()
        .map(one -> one.path(member).asString(""))
        .toList();
  }

  @Test
  void each_item_gets_its_result_in_the_order_asked_and_valid_ones_succeed() {
    String first = floor.item();
    String gone = floor.itemIn("cancelled");
    String second = floor.itemIn("customer_notified");
    long head = node.head();

    Reply reply =
        batch(
                "",
                List.of(second, "item_unknown", gone, "nonsense", first, second),
                "'to':'in_review','userId':'olga'")
            .send()
            .is(200);

    assertThat(told(reply, "id")).containsExactly(second, "item_unknown", gone, "nonsense", first);
    assertThat(told(reply, "status")).containsExactly("ok", "refused", "refused", "refused", "ok");
    assertThat(told(reply, "code"))
        .containsExactly("", "item-not-found", "transition-not-allowed", "item-not-found", "");
    JsonNode results = reply.json().path("results");
    assertThat(results.get(0).path("item").path("state").asString()).isEqualTo("in_review");
    assertThat(results.get(0).path("item").path("artworkVersion").asInt()).isEqualTo(2);
    assertThat(results.get(1).has("item")).isFalse();
    assertThat(results.get(2).path("item").path("state").asString()).isEqualTo("cancelled");
    assertThat(node.head()).isEqualTo(head + 2);
    assertThat(reply.position()).isEqualTo(head + 2);
    assertThat(node.bean(Ledger.class).after(head, 2))
        .allMatch(stored -> stored.event().metadata().contains("\"actor\":\"olga\""));
  }

  @Test
  void what_the_batch_did_is_known_to_who_comes_next() {
    String id = floor.itemIn("in_review");
    batch("", List.of(id), "'to':'customer_notified','issues':['Bleed']").send().is(200);

    Reply next = floor.move(id, PaperMoves.body("in_review")).send().is(200);

    assertThat(next.header("ETag")).isEqualTo("\"3\"");
    assertThat(next.json().path("artworkVersion").asInt()).isEqualTo(2);
  }

  @Test
  void all_or_nothing_refuses_all_when_one_is_refused() {
    List<String> items = floor.items(floor.job(), 2);
    String gone = floor.itemIn("cancelled");
    long head = node.head();

    for (String bad : List.of(gone, "item_unknown", "nonsense")) {
      List<String> ids = Stream.concat(items.stream(), Stream.of(bad)).toList();
      Reply reply = batch("?atomic=true", ids, "'to':'in_review'").send().is(409);
      assertThat(told(reply, "status")).containsExactly("ok", "ok", "refused");
      assertThat(node.head()).isEqualTo(head);
    }
    Reply done = batch("?atomic=true", items, "'to':'in_review'").send().is(200);
    assertThat(told(done, "status")).containsExactly("ok", "ok");
    assertThat(node.head()).isEqualTo(head + 2);
  }

  @Test
  void a_move_without_what_it_demands_is_refused_item_by_item() {
    String ready = floor.itemIn("in_review");
    String gone = floor.itemIn("cancelled");

    Reply reply = batch("", List.of(ready, gone), "'to':'customer_notified'").send().is(200);

    assertThat(told(reply, "code")).containsExactly("invalid-request", "transition-not-allowed");
    assertThat(told(reply, "message").getFirst()).isEqualTo("issues is required");
  }

  @Test
  void who_cannot_move_is_told_where_it_may_go_before_what_is_wrong_with_a_detail() {
    String ready = floor.itemIn("in_review");
    String done = floor.itemIn("complete");
    long head = node.head();

    Reply reply =
        batch("", List.of(ready, done), "'to':'cancelled','reason':'" + "x".repeat(2_001) + "'")
            .send()
            .is(200);

    assertThat(told(reply, "code")).containsExactly("invalid-request", "transition-not-allowed");
    assertThat(told(reply, "message").getFirst()).startsWith("reason cannot be longer");
    assertThat(told(reply, "state")).containsExactly("", "complete");
    JsonNode results = reply.json().path("results");
    assertThat(results.get(0).has("allowed")).isFalse();
    assertThat(results.get(1).path("allowed").valueStream().map(JsonNode::asString))
        .containsExactly("archived");
    assertThat(node.head()).isEqualTo(head);
  }

  @Test
  void a_thousand_are_moved_at_once_and_not_one_more() {
    List<String> items = floor.items(floor.job(), 1_000);
    List<String> oneMore = Stream.concat(items.stream(), Stream.of("item_more")).toList();
    long head = node.head();

    Reply refused = batch("", oneMore, "'to':'in_review'").send();
    refused.isProblem(400, "invalid-request");
    assertThat(refused.fields()).containsExactly("itemIds");
    assertThat(node.head()).isEqualTo(head);

    Reply moved = batch("?atomic=true", items, "'to':'in_review'").send().is(200);
    assertThat(told(moved, "status")).hasSize(1_000).containsOnly("ok");
    assertThat(node.head()).isEqualTo(head + 1_000);
  }

  @Test
  void what_cannot_be_asked_at_all_is_told_before_anything_happens() {
    String id = floor.item();
    long head = node.head();

    assertThat(batch("", List.of(), "'to':'in_review'").send().fields()).containsExactly("itemIds");
    assertThat(batch("", List.of(id), "'to':'nowhere'").send().fields()).containsExactly("to");
    assertThat(batch("", List.of(id), "'userId':'a'").send().fields()).containsExactly("to");
    assertThat(batch("?atomic=perhaps", List.of(id), "'to':'in_review'").send().fields())
        .containsExactly("atomic");
    assertThat(node.head()).isEqualTo(head);
  }

  @Test
  void a_version_is_named_only_where_one_item_is_asked_for() {
    List<String> items = floor.items(floor.job(), 2);

    assertThat(batch("", items, "'to':'in_review'").with("If-Match", "\"0\"").send().fields())
        .containsExactly("If-Match");
    List<String> one = items.subList(0, 1);
    batch("", one, "'to':'in_review'")
        .with("If-Match", "\"5\"")
        .send()
        .isProblem(412, "stale-version");
    batch("", one, "'to':'in_review'").with("If-Match", "\"0\"").send().is(200);
  }

  @Test
  void a_batch_and_single_moves_never_lose_one_another() {
    List<String> items = floor.items(floor.job(), 40);
    items.forEach(id -> floor.move(id, PaperMoves.body("in_review")).send().is(200));
    var single =
        items.stream().map(id -> floor.move(id, PaperMoves.body("cancelled")).sendLater()).toList();

    Reply reply = batch("", items, "'to':'customer_notified','issues':['Bleed']").send().is(200);

    List<String> results = told(reply, "status");
    IntStream.range(0, items.size())
        .forEach(i -> {
          single.get(i).join().is(200);
          long events = node.bean(Ledger.class).stream(items.get(i), 0).size();
          assertThat(events).isEqualTo(results.get(i).equals("ok") ? 4 : 3);
        });
  }
}
