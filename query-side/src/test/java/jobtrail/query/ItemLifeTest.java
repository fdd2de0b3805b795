package jobtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jobtrail.events.PersonalText;
import jobtrail.events.item.ApprovedBy;
import jobtrail.events.item.ItemEvent;
import jobtrail.events.item.ItemEvent.ArtworkAdded;
import jobtrail.events.item.ItemEvent.ArtworkReceived;
import jobtrail.events.item.ItemEvent.IssuesReported;
import jobtrail.events.item.ItemEvent.ItemApproved;
import jobtrail.events.item.ItemEvent.ItemArchived;
import jobtrail.events.item.ItemEvent.ItemCancelled;
import jobtrail.events.item.ItemEvent.ItemCompleted;
import jobtrail.events.item.ItemEvent.ItemReopened;
import jobtrail.events.item.ItemEvent.ItemRestored;
import jobtrail.events.item.ItemEvent.JobItemAdded;
import jobtrail.events.item.ItemEvent.ProofChangesRequested;
import jobtrail.events.item.ItemEvent.ProofLinkIssued;
import jobtrail.events.item.ItemEvent.ProofSent;
import jobtrail.events.item.ItemEvent.ProofUploaded;
import jobtrail.events.item.ItemFile;
import jobtrail.events.item.ItemId;
import jobtrail.events.item.ItemState;
import jobtrail.events.job.JobId;
import jobtrail.ledger.SubjectKeys;
import jobtrail.query.Node.Answer;
import jobtrail.query.platform.FreshViews;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** One item with all that happened to it, its artwork and its proofs. */
class ItemLifeTest {

  private static final JobId JOB = Shop.job("posters");
  private static final String SHA = "0123456789abcdef".repeat(4);
  private static final String APPROVER = "approver-of-item_p";
  private static final Instant EXPIRY = Instant.parse("2030-01-01T00:00:00Z");

  private static Node node;

  @BeforeAll
  static void start() {
    node = new Node(FreshViews.database());
    node.append(Shop.jobCreated("posters", 1));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  private static List<ItemEvent> life(ItemId id) {
    PersonalText ada = PersonalText.of(APPROVER, "Ada Brandt");
    return List.of(
        new JobItemAdded(id, JOB, 17, "Poster A2", 250, "POS-A2"),
        new ArtworkReceived(
            id,
            JOB,
            ItemState.AWAITING_ARTWORK,
            1,
            List.of(
                ItemFile.named("front.pdf", null, null),
                new ItemFile("back.pdf", 12L, SHA, "application/pdf"))),
        new ArtworkAdded(
            id, JOB, 2, List.of(new ItemFile("both.pdf", 99L, SHA, "application/pdf"))),
        new IssuesReported(id, JOB, List.of("No bleed", "RGB")),
        new ArtworkReceived(id, JOB, ItemState.CUSTOMER_NOTIFIED, 3, List.of()),
        new ProofUploaded(
            id, JOB, "proof_1", new ItemFile("proof.pdf", 7L, SHA, "application/pdf")),
        new ProofSent(id, JOB, ItemState.IN_REVIEW, "proof_1", 3),
        new ProofLinkIssued(id, JOB, "proof_1", SHA, EXPIRY),
        new ProofChangesRequested(id, JOB, "Logo larger", SHA),
        new ProofSent(id, JOB, ItemState.PROOF_CHANGES_REQUESTED, "P 9/b", 3),
        new ItemApproved(id, JOB, ItemState.PROOF_SENT, ApprovedBy.CUSTOMER, ada, SHA),
        new ItemReopened(id, JOB, "Wrong paper"),
        new ItemApproved(id, JOB, ItemState.IN_REVIEW, ApprovedBy.INTERNAL, ada, null),
        new ItemCompleted(id, JOB),
        new ItemArchived(id, JOB),
        new ItemRestored(id, JOB));
  }

  @Test
  void is_told_in_full_whether_it_came_in_one_go_or_bit_by_bit() {
    List<ItemEvent> quick = life(ItemFacts.item("quick"));
    List<ItemEvent> slow = life(ItemFacts.item("slow"));
    node.append(quick);
    for (ItemEvent event : slow) {
      node.append(event);
      assertThat(node.getNow("/api/items/item_slow").json().path("history").size()).isPositive();
    }
    for (String name : List.of("quick", "slow")) {
      Answer answer = node.getNow("/api/items/item_" + name);

      assertThat(answer.header("ETag")).isEqualTo("\"15\"");
      JsonNode item = answer.json();
      assertThat(item.propertyNames())
          .containsExactly(
              "id",
              "jobId",
              "number",
              "name",
              "quantity",
              "productCode",
              "state",
              "artworkVersion",
              "proofReference",
              "createdAt",
              "updatedAt",
              "history",
              "artwork",
              "proofs");
      assertThat(
              item.deepCopy()
                  .asObject()
                  .without(List.of("createdAt", "updatedAt", "history", "artwork", "proofs"))
                  .toString())
          .isEqualTo(
              """
              {"id":"item_%s","jobId":"job_posters","number":17,"name":"Poster A2","quantity":250,\
              "productCode":"POS-A2","state":"complete","artworkVersion":3,"proofReference":"P 9/b"}\
              """
                  .formatted(name));
      assertThat(history(item))
          .containsExactlyElementsOf(
              HISTORY.stream().map(line -> line.replace("ITEM", "item_" + name)).toList());
      assertThat(item.path("updatedAt"))
          .isEqualTo(item.path("history").get(15).path("at"))
          .isNotNull();
      assertThat(withoutTimes(item.path("artwork")))
          .containsExactly(
              "{\"version\":1,\"actor\":\"tester\",\"files\":[{\"name\":\"front.pdf\"},"
                  + file("back.pdf", 12, "item_" + name + "/artwork/1/2")
                  + "]}",
              "{\"version\":2,\"actor\":\"tester\",\"files\":["
                  + file("both.pdf", 99, "item_" + name + "/artwork/2/1")
                  + "]}",
              "{\"version\":3,\"actor\":\"tester\",\"files\":[]}");
      assertThat(withoutTimes(item.path("proofs")))
          .containsExactly(
              "{\"proofReference\":\"proof_1\",\"actor\":\"tester\",\"file\":"
                  + file("proof.pdf", 7, "item_" + name + "/proof/proof_1")
                  + "}",
              "{\"proofReference\":\"P 9/b\",\"actor\":\"tester\"}");
      assertThat(item.path("proofs").get(0).path("sentAt"))
          .isEqualTo(item.path("history").get(6).path("at"));
    }
    assertThat(node.get("/api/items/item_quick").body()).doesNotContain("token");
  }

  private static final List<String> HISTORY =
      List.of(
          "null > awaiting_artwork item.added {}",
          "awaiting_artwork > in_review item.artwork-received {\"artworkVersion\":1,\"files\":[{\"name\":\"front.pdf\"},"
              + file("back.pdf", 12, "ITEM/artwork/1/2")
              + "]}",
          "null > null item.artwork-added {\"artworkVersion\":2,\"files\":["
              + file("both.pdf", 99, "ITEM/artwork/2/1")
              + "]}",
          "in_review > customer_notified item.issues-reported {\"issues\":[\"No bleed\",\"RGB\"]}",
          "customer_notified > in_review item.artwork-received {\"artworkVersion\":3,\"files\":[]}",
          "null > null item.proof-uploaded {\"file\":"
              + file("proof.pdf", 7, "ITEM/proof/proof_1")
              + ",\"proofReference\":\"proof_1\"}",
          "in_review > proof_sent item.proof-sent {\"artworkVersion\":3,\"proofReference\":\"proof_1\"}",
          "null > null item.proof-link-issued {\"expiresAt\":\"2030-01-01T00:00:00.000Z\",\"proofReference\":\"proof_1\"}",
          "proof_sent > proof_changes_requested item.proof-changes-requested {\"byLink\":true,\"feedback\":\"Logo larger\"}",
          "proof_changes_requested > proof_sent item.proof-sent {\"artworkVersion\":3,\"proofReference\":\"P 9/b\"}",
          "proof_sent > ready_for_production item.approved {\"approvedBy\":\"customer\",\"byLink\":true,\"name\":\"Ada Brandt\"}",
          "ready_for_production > in_review item.reopened {\"reason\":\"Wrong paper\"}",
          "in_review > ready_for_production item.approved {\"approvedBy\":\"internal\",\"name\":\"Ada Brandt\"}",
          "ready_for_production > complete item.completed {}",
          "complete > archived item.archived {}",
          "archived > complete item.restored {}");

  private static String file(String name, int size, String place) {
    return "{\"name\":\"%s\",\"size\":%d,\"sha256\":\"%s\",\"mediaType\":\"application/pdf\",\"href\":\"/api/items/%s\"}"
        .formatted(name, size, SHA, place);
  }

  private static List<String> history(JsonNode item) {
    List<String> lines = new ArrayList<>();
    for (JsonNode one : item.path("history")) {
      assertThat(one.path("actor").stringValue()).isEqualTo("tester");
      assertThat(one.has("occurredAt")).isFalse();
      lines.add(
          "%s > %s %s %s"
              .formatted(
                  one.path("from").asString("null"),
                  one.path("to").asString("null"),
                  one.path("event").stringValue(),
                  one.path("details")));
    }
    return lines;
  }

  private static List<String> withoutTimes(JsonNode list) {
    return list.valueStream()
        .map(one -> one.deepCopy().asObject().without(List.of("at", "sentAt")).toString())
        .toList();
  }

  @Test
  void may_end_at_once_and_says_when_and_by_whom_that_happened() {
    ItemId id = ItemFacts.item("short");
    node.append(
        Map.of("occurredAt", "2026-03-01T08:00:00.000Z"),
        List.of(
            new JobItemAdded(id, JOB, 18, "Label", 1, null),
            new ItemCancelled(id, JOB, ItemState.AWAITING_ARTWORK, "Not wanted")));

    JsonNode item = node.getNow("/api/items/item_short").json();

    assertThat(item.path("state").stringValue()).isEqualTo("cancelled");
    assertThat(item.has("productCode")).isFalse();
    assertThat(item.has("proofReference")).isFalse();
    assertThat(item.path("artworkVersion").intValue()).isZero();
    assertThat(item.path("artwork").isEmpty()).isTrue();
    assertThat(item.path("proofs").isEmpty()).isTrue();
    JsonNode end = item.path("history").get(1);
    assertThat(end.deepCopy().asObject().without("at").toString())
        .isEqualTo(
            """
            {"from":"awaiting_artwork","to":"cancelled","occurredAt":"2026-03-01T08:00:00.000Z",\
            "actor":"anonymous","event":"item.cancelled","details":{"reason":"Not wanted"}}\
            """);
  }

  /** The ledger may hold any time that the floor once stated. */
  @ParameterizedTest
  @ValueSource(strings = {"0000-06-01T00:00:00.000Z", "-0500-01-01T00:00:00.000Z"})
  void is_told_whatever_time_somebody_stated(String time) {
    String name = "odd" + time.charAt(0);
    node.append(
        Map.of("occurredAt", time),
        List.of(new JobItemAdded(ItemFacts.item(name), JOB, 20, "Label", 1, null)));

    JsonNode item = node.getNow("/api/items/item_" + name).json();

    assertThat(item.path("history").get(0).path("occurredAt").stringValue()).isEqualTo(time);
  }

  @Test
  void forgets_who_approved_it_the_moment_they_are_erased() {
    node.append(ItemFacts.come("forgotten", "posters", 19, ItemState.READY_FOR_PRODUCTION));
    assertThat(node.getNow("/api/items/item_forgotten").body()).contains("\"name\":\"Ada\"");

    node.bean(SubjectKeys.class).erase("approver-of-item_forgotten");

    assertThat(node.get("/api/items/item_forgotten").body())
        .doesNotContain("Ada")
        .contains("\"name\":\"[erased]\"");
  }

  @Test
  void of_an_item_that_there_is_not_is_not_told() {
    Answer unknown = node.get("/api/items/item_none");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(unknown.json().path("code").stringValue()).isEqualTo("item-not-found");
  }
}
