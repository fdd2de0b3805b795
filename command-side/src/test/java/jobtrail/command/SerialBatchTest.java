package jobtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jobtrail.ledger.Ledger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Many serials at once: a result for each, or all or nothing. */
class SerialBatchTest {

  private final Node node = Node.first();
  private final Floor floor = new Floor(node);
  private Reply path = floor.path(floor.job(), "Cut", "Fold", "Pack");
  private List<String> serials = List.of();

  @BeforeEach
  void threeSerials() {
    path = floor.path(floor.job(), "Cut", "Fold", "Pack");
    serials = Floor.numbers(floor.issue(path, 3).send().is(201));
  }

  private Request batch(String address, List<String> ids, String rest) {
    String named = ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(","));
    return node.to("POST", "/api/serials/" + address)
        .json("{'serialIds':[" + named + "]" + rest + "}");
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
  void each_serial_gets_its_result_in_the_order_asked_and_valid_ones_succeed() {
    batch("scrap", serials.subList(1, 2), ",'reason':'damaged'").send().is(200);
    List<String> asked =
        List.of(serials.get(2), "SN-9999999", serials.get(1), serials.get(0), serials.get(2));

    Reply reply = batch("advance", asked, ",'userId':'ann'").send().is(200);

    assertThat(told(reply, "id"))
        .containsExactly(serials.get(2), "SN-9999999", serials.get(1), serials.get(0));
    assertThat(told(reply, "status")).containsExactly("ok", "refused", "refused", "ok");
    assertThat(told(reply, "code")).containsExactly("", "serial-not-found", "serial-scrapped", "");
    JsonNode moved = reply.json().path("results").get(0).path("serial");
    assertThat(moved.path("currentStepIndex").asInt()).isEqualTo(1);
    assertThat(reply.position()).isEqualTo(node.head());
    Reply next = floor.advance(serials.getFirst()).send().is(200);
    assertThat(next.json().path("currentStepIndex").asInt()).isEqualTo(2);
  }

  @Test
  void all_or_nothing_refuses_all_when_one_is_refused() {
    batch("scrap", serials.subList(1, 2), ",'reason':'damaged'").send().is(200);
    long head = node.head();

    Reply reply = batch("advance?atomic=true", serials, "").send().is(409);

    assertThat(told(reply, "status")).containsExactly("ok", "refused", "ok");
    assertThat(node.head()).isEqualTo(head);
    List<String> good = List.of(serials.get(0), serials.get(2));
    Reply done = batch("advance?atomic=true", good, "").send().is(200);
    assertThat(told(done, "status")).containsExactly("ok", "ok");
    assertThat(node.head()).isEqualTo(head + 2);
  }

  @Test
  void a_batch_and_single_scans_never_lose_one_anothers_moves() {
    Reply longer = floor.longPath(40);
    List<String> many = Floor.numbers(floor.issue(longer, 20).send().is(201));
    List<CompletableFuture<Reply>> moves = new ArrayList<>();
    for (int round = 0; round < 10; round++) {
      moves.add(batch("advance", many, "").sendLater());
      many.forEach(id -> moves.add(floor.advance(id).sendLater()));
    }
    moves.forEach(move -> move.join().is(200));

    Ledger ledger = node.bean(Ledger.class);
    for (String id : many) {
      assertThat(ledger.stream(id, 0)).as(id).hasSize(21);
    }
  }

  @Test
  void held_and_reworked_serials_are_told_apart() {
    batch("hold", serials, ",'reason':'wait'").send().is(200);
    assertThat(told(batch("advance-to", serials, ",'targetStepIndex':1").send(), "code"))
        .containsOnly("held");
    assertThat(told(batch("hold", serials, ",'reason':'wait'").send(), "code"))
        .containsOnly("held");
  }

  @Test
  void what_cannot_be_a_serial_number_is_refused_beside_the_others() {
    List<String> asked = List.of("nonsense", serials.get(0), "SN-1");

    Reply reply = batch("advance", asked, "").send().is(200);

    assertThat(told(reply, "id")).isEqualTo(asked);
    assertThat(told(reply, "code")).containsExactly("serial-not-found", "", "serial-not-found");
    long head = node.head();
    Reply none = batch("advance?atomic=true", asked, "").send().is(409);
    assertThat(told(none, "status")).containsExactly("refused", "ok", "refused");
    assertThat(told(batch("advance", List.of("nonsense"), "").send().is(200), "status"))
        .containsExactly("refused");
    assertThat(node.head()).isEqualTo(head);
  }

  @Test
  void who_is_refused_is_told_where_each_serial_is() {
    String cut = Floor.steps(path).getFirst();
    floor.advance(serials.getFirst()).send().is(200);

    Reply reply = batch("advance", serials, ",'fromStepId':'" + cut + "'").send().is(200);

    JsonNode refused = reply.json().path("results").get(0);
    assertThat(refused.path("code").asString()).isEqualTo("not-at-step");
    assertThat(refused.path("serial").path("currentStepIndex").asInt()).isEqualTo(1);
  }

  @Test
  void a_version_is_named_of_one_serial_and_not_of_many() {
    batch("advance", serials, "")
        .with("If-Match", "\"0\"")
        .send()
        .isProblem(400, "invalid-request");
    String one = serials.getFirst();
    floor.advance(one).send().is(200);
    String override = "{'stepId':'" + Floor.steps(path).get(2) + "','reason':'prototype'}";

    Reply stale =
        node.to("POST", "/api/serials/" + one + "/overrides")
            .json(override)
            .with("If-Match", "\"0\"")
            .send()
            .isProblem(412, "stale-version");

    assertThat(stale.json().path("serial").path("currentStepIndex").asInt()).isEqualTo(1);
    node.to("POST", "/api/serials/" + one + "/overrides")
        .json(override)
        .with("If-Match", "\"1\"")
        .send()
        .is(200);
  }

  @Test
  void a_batch_names_1_to_1000_serials() {
    batch("advance", List.of(), "").send().isProblem(400, "invalid-request");
    List<String> many = IntStream.range(0, 1_001).mapToObj(n -> "SN-" + (100_000 + n)).toList();
    batch("advance", many, "").send().isProblem(400, "invalid-request");
    node.to("POST", "/api/serials/advance").json("{}").send().isProblem(400, "invalid-request");
  }
}
