package jobtrail.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be said about items gets its reason, field by field, and leaves no trace. */
class ItemBadInputTest {

  private static final Node NODE = Node.first();
  private static final Floor FLOOR = new Floor(NODE);
  private static final String ITEMS = "/api/jobs/$job/items";
  private static final String MOVE = "/api/items/$item/transition";
  private static final String BATCH = "/api/items/transition";

  /** A job, and an item in review. */
  private static String job = "";

  private static String item = "";

  @BeforeAll
  static void anItemInReview() {
    job = FLOOR.job();
    item = FLOOR.items(job, 1).getFirst();
    FLOOR.move(item, PaperMoves.body("in_review")).send().is(200);
  }

  record Bad(String address, String body, String code, List<String> fields) {}

  private static Bad bad(String address, String body, String... fields) {
    return new Bad(address, body, "invalid-request", List.of(fields));
  }

  private static final List<String> NO_NAMES =
      List.of(
          "''",
          "'   '",
          "'a\\nb'",
          "'a\\u0007'",
          "'a\\u0000'",
          "'\\ud800'",
          "5",
          "true",
          "{}",
          "'" + "x".repeat(201) + "'");

  private static final List<String> NO_TEXTS =
      List.of("'a\\u0007'", "'a\\u0000'", "'\\ud800'", "5", "[]", "'" + "x".repeat(2_001) + "'");

  private static final List<String> NO_QUANTITIES =
      List.of("0", "-1", "1.5", "1.0", "'5'", "true", "null", "1000000001", "99999999999999");

  private static String move(String to, String rest) {
    return "{'to':'" + to + "'," + rest + "}";
  }

  static Stream<Bad> requests() {
    List<Bad> rows = new ArrayList<>();
    NO_NAMES.forEach(name -> {
      String line = "{'name':" + name + ",'quantity':1}";
      rows.add(bad(ITEMS, line, "name"));
      rows.add(bad(ITEMS, "[{'name':'a','quantity':1}," + line + "]", "[1].name"));
      rows.add(bad("/api/jobs", "{'name':'a','items':[" + line + "]}", "items[0].name"));
      rows.add(bad(ITEMS, "{'name':'a','quantity':1,'productCode':" + name + "}", "productCode"));
      rows.add(bad(MOVE, move("proof_sent", "'proofReference':" + name), "proofReference"));
      rows.add(
          bad(
              MOVE,
              move("ready_for_production", "'approvedBy':'internal','name':" + name),
              "name"));
    });
    NO_QUANTITIES.forEach(units -> {
      String line = "{'name':'a','quantity':" + units + "}";
      rows.add(bad(ITEMS, line, "quantity"));
      rows.add(bad("/api/jobs", "{'name':'a','items':[" + line + "]}", "items[0].quantity"));
    });
    rows.add(bad(ITEMS, "{}", "name", "quantity"));
    rows.add(bad(ITEMS, "[]", "body"));
    rows.add(bad(ITEMS, "[null]", "[0]"));
    rows.add(bad(ITEMS, "['Flyer']", "[0]"));
    rows.add(bad(ITEMS, "[{}]", "[0].name", "[0].quantity"));
    rows.add(bad(ITEMS, "[[{'name':'a','quantity':1}]]", "[0]"));
    rows.add(bad(ITEMS, "5"));
    rows.add(bad(ITEMS, "'Flyer'"));
    rows.add(new Bad(ITEMS, "", "body-required", List.of()));
    rows.add(new Bad(ITEMS, "null", "body-required", List.of()));
    rows.add(new Bad(ITEMS, "{", "malformed-json", List.of()));
    NO_TEXTS.forEach(text -> {
      rows.add(bad(MOVE, move("cancelled", "'reason':" + text), "reason"));
      rows.add(bad(MOVE, move("customer_notified", "'issues':['a'," + text + "]"), "issues[1]"));
    });
    for (String blank :
        List.of("''", "'  '", "'\\n\\t'", "null", "'\\u00a0'", "' \\u200b\\ufeff'")) {
      rows.add(bad(MOVE, move("cancelled", "'reason':" + blank), "reason"));
    }
    for (String issues : List.of("[]", "null")) {
      rows.add(bad(MOVE, move("customer_notified", "'issues':" + issues), "issues"));
    }
    for (String issue : List.of("''", "' '", "null")) {
      rows.add(bad(MOVE, move("customer_notified", "'issues':[" + issue + "]"), "issues[0]"));
    }
    rows.add(
        bad(MOVE, move("customer_notified", "'issues':[" + "'a',".repeat(100) + "'a']"), "issues"));
    rows.add(bad(MOVE, move("customer_notified", "'issues':'a'"), "issues"));
    rows.addAll(details());
    return rows.stream();
  }

  private static List<Bad> details() {
    List<Bad> rows = new ArrayList<>();
    for (String version : List.of("0", "-1", "2", "1.5", "'1'", "99999999999")) {
      rows.add(
          bad(
              MOVE,
              move("proof_sent", "'proofReference':'P','artworkVersion':" + version),
              "artworkVersion"));
    }
    for (String approver : List.of("'boss'", "'CUSTOMER'", "'customer'", "''", "5", "null")) {
      rows.add(
          bad(
              MOVE,
              move("ready_for_production", "'name':'Anna','approvedBy':" + approver),
              "approvedBy"));
    }
    for (String to : List.of("'nowhere'", "''", "5", "null", "'IN_REVIEW'", "[]")) {
      rows.add(bad(MOVE, "{'to':" + to + "}", "to"));
    }
    rows.add(bad(MOVE, "{}", "to"));
    rows.add(bad(MOVE, "{'to':'archived','userId':' '}", "userId"));
    rows.add(bad(MOVE, "{'to':'archived','userId':'" + "x".repeat(65) + "'}", "userId"));
    rows.add(bad(MOVE, "[]"));
    rows.add(new Bad(MOVE, "", "body-required", List.of()));
    rows.add(bad(BATCH, "{'to':'archived'}", "itemIds"));
    rows.add(bad(BATCH, "{'itemIds':['$item']}", "to"));
    rows.add(bad(BATCH, "{'itemIds':['$item',5],'to':'archived'}", "itemIds[1]"));
    rows.add(bad(BATCH, "{'itemIds':['$item',null],'to':'archived'}", "itemIds[1]"));
    rows.add(bad(BATCH, "{'itemIds':'$item','to':'archived'}", "itemIds"));
    return rows;
  }

  @ParameterizedTest
  @MethodSource("requests")
  void bad_input_gets_its_reason_and_leaves_no_trace(Bad bad) {
    long head = NODE.head();
    Request request = NODE.to("POST", filled(bad.address()));

    Reply reply = (bad.body().isEmpty() ? request : request.json(filled(bad.body()))).send();

    reply.isProblem(400, bad.code());
    assertThat(reply.fields()).containsExactlyElementsOf(bad.fields());
    assertThat(NODE.head()).isEqualTo(head);
  }

  private static String filled(String text) {
    return text.replace("$job", job).replace("$item", item);
  }

  @Test
  void files_are_named_within_limits() {
    long head = NODE.head();
    String id = FLOOR.item();
    List<String> bad =
        List.of(
            "[{}]",
            "[{'name':' '}]",
            "[{'name':'a','size':-1}]",
            "[{'name':'a','size':1.5}]",
            "[{'name':'a','sha256':'abc'}]",
            "[null]",
            "['a']",
            "[" + "{'name':'a'},".repeat(100) + "{'name':'a'}]");
    for (String files : bad) {
      Reply reply = FLOOR.move(id, "{'to':'in_review','files':" + files + "}").send();
      reply.isProblem(400, "invalid-request");
      assertThat(reply.fields().getFirst()).startsWith("files");
    }
    assertThat(NODE.head()).isEqualTo(head + 2);
    String most = "[" + "{'name':'a','size':0},".repeat(99) + "{'name':'a'}]";
    FLOOR.move(id, "{'to':'in_review','files':" + most + "}").send().is(200);
  }

  @Test
  void that_there_is_no_such_move_comes_before_what_is_wrong_with_its_details() {
    for (String rest :
        List.of(
            "'reason':'" + "x".repeat(2_001) + "'",
            "'approvedBy':'boss'",
            "'issues':[]",
            "'files':[{}]",
            "'artworkVersion':-1")) {
      FLOOR.move(item, move("archived", rest)).send().isProblem(409, "transition-not-allowed");
    }
  }

  @Test
  void what_is_wrong_with_a_detail_that_the_move_has_no_use_for_is_not_looked_at() {
    String id = FLOOR.itemIn("ready_for_production");

    FLOOR
        .move(id, move("complete", "'approvedBy':'boss','reason':'" + "x".repeat(2_001) + "'"))
        .send()
        .is(200);
  }

  @Test
  void texts_of_every_script_are_kept_and_what_nobody_asked_for_is_ignored() {
    String id = FLOOR.itemIn("in_review");
    String reason = "Kein Bedarf – 取消\\nبدون سبب 👩‍🏭";

    FLOOR
        .move(id, move("cancelled", "'reason':'" + reason + "','colour':{'x':[1]}"))
        .send()
        .is(200);

    assertThat(NODE.bean(jobtrail.ledger.Ledger.class).stream(id, 0).getLast().event().payload())
        .contains(reason);
  }
}
