package jobtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The order of {@link WholeLivesTest}: posters, leaflets and labels, and banners later, each with a
 * fate of its own. After every step it is looked at where it stands by now.
 */
final class PrintOrder {

  private final Talk talk;
  private final Standing standing;
  private String job = "";
  private String posters = "";
  private String leaflets = "";
  private String labels = "";
  private String banners = "";
  private String firstLink = "";
  private String secondLink = "";
  private String bannersLink = "";

  PrintOrder(Talk talk) {
    this.talk = talk;
    this.standing = new Standing(talk);
  }

  void theOrderComesIn() {
    Http.Reply order =
        talk.made(
            "/api/jobs",
            """
            {'name':'Spring fair','reference':'PO 4711','company':'Acme','contact':{'name':'Ada'},
             'items':[{'name':'Posters','quantity':50,'productCode':'A1'},
              {'name':'Leaflets','quantity':5000},{'name':'Labels','quantity':20000}]}
            """);
    job = order.text("/id");
    posters = order.text("/items/0/id");
    leaflets = order.text("/items/1/id");
    labels = order.text("/items/2/id");
    stands("awaiting_artwork", 3, 0, "awaiting_artwork Posters, Leaflets, Labels");
  }

  void artworkComes() {
    artwork(posters, "posters.pdf");
    stands("awaiting_artwork", 3, 0, "awaiting_artwork Leaflets, Labels; in_review Posters");
    moves(leaflets, "in_review", "'fileName':'leaflets.ai'");
    stands("awaiting_artwork", 3, 0, "awaiting_artwork Labels; in_review Posters, Leaflets");
    artwork(labels, "labels.pdf");
    stands("in_review", 3, 0, "in_review Posters, Leaflets, Labels");
    artwork(posters, "posters with bleed.pdf");
    stands("in_review", 3, 0, "in_review Posters, Leaflets, Labels");
  }

  void issuesAreFound() {
    moves(leaflets, "customer_notified", "'issues':['no bleed','RGB']");
    stands("in_review", 3, 0, "in_review Posters, Labels; customer_notified Leaflets");
    moves(labels, "customer_notified", "'issues':['fonts are missing']");
    stands("in_review", 3, 0, "in_review Posters; customer_notified Leaflets, Labels");
    artwork(leaflets, "leaflets.pdf");
    stands("in_review", 3, 0, "in_review Posters, Leaflets; customer_notified Labels");
  }

  void theCustomerWantsOtherPosters() {
    refused(posters, "complete", "");
    String proof = proof(posters, "posters-1.pdf");
    firstLink = link(posters);
    stands("in_review", 3, 0, "in_review Posters, Leaflets; customer_notified Labels");
    moves(posters, "proof_sent", "'proofReference':'%s'".formatted(proof));
    stands("in_review", 3, 0, "in_review Leaflets; customer_notified Labels; proof_sent Posters");
    Http.Reply page = talk.filledIn(firstLink + "/changes", "feedback", "A larger logo, please");
    assertThat(page.expect(200).body()).contains("We have noted");
    stands(
        "in_review",
        3,
        0,
        "in_review Leaflets; customer_notified Labels; proof_changes_requested Posters");
  }

  void theSecondProofIsRight() {
    artwork(posters, "posters with a larger logo.pdf");
    stands("in_review", 3, 0, "in_review Leaflets, Posters; customer_notified Labels");
    String proof = proof(posters, "posters-2.pdf");
    moves(posters, "proof_sent", "'proofReference':'%s'".formatted(proof));
    secondLink = link(posters);
    stands("in_review", 3, 0, "in_review Leaflets; customer_notified Labels; proof_sent Posters");
    tooLate(firstLink, "Changes to the proof have been asked for already");
    Http.Reply page = talk.filledIn(secondLink + "/approve", "name", "Ada");
    assertThat(page.expect(200).body()).contains("You have approved");
    stands(
        "in_review",
        3,
        1,
        "in_review Leaflets; customer_notified Labels; ready_for_production Posters");
  }

  void theShopApprovesTheLeafletsItself() {
    moves(leaflets, "ready_for_production", "'approvedBy':'internal','name':'Olga'");
    stands(
        "customer_notified",
        3,
        2,
        "customer_notified Labels; ready_for_production Posters, Leaflets");
    moves(leaflets, "in_review", "'reason':'wrong fold'");
    stands(
        "in_review",
        3,
        1,
        "in_review Leaflets; customer_notified Labels; ready_for_production Posters");
    moves(leaflets, "ready_for_production", "'approvedBy':'internal','name':'Olga'");
    stands(
        "customer_notified",
        3,
        2,
        "customer_notified Labels; ready_for_production Posters, Leaflets");
  }

  void theLabelsAreNotWantedAnyMore() {
    moves(labels, "cancelled", "'reason':'ordered twice'");
    stands(
        "ready_for_production", 2, 2, "ready_for_production Posters, Leaflets; cancelled Labels");
    refused(labels, "in_review", "");
  }

  void whatIsPrintedIsPutAway() {
    moves(posters, "complete", "");
    stands(
        "ready_for_production",
        2,
        2,
        "ready_for_production Leaflets; complete Posters; cancelled Labels");
    moves(leaflets, "complete", "");
    stands("complete", 2, 2, "complete Posters, Leaflets; cancelled Labels");
    moves(leaflets, "archived", "");
    stands("complete", 2, 2, "complete Posters; cancelled Labels; archived Leaflets");
    moves(posters, "archived", "");
    stands(null, 2, 2, "cancelled Labels; archived Leaflets, Posters");
    moves(posters, "complete", "");
    stands("complete", 2, 2, "complete Posters; cancelled Labels; archived Leaflets");
  }

  void bannersAreOrderedLate() {
    banners =
        talk.made("/api/jobs/" + job + "/items", "{'name':'Banners','quantity':2}").text("/id");
    String others = "; complete Posters; cancelled Labels; archived Leaflets";
    stands("awaiting_artwork", 3, 2, "awaiting_artwork Banners" + others);
    Http.Reply results =
        talk.done(
            "POST",
            "/api/items/transition",
            "{'itemIds':['%s','%s'],'to':'in_review','fileName':'all.pdf'}"
                .formatted(labels, banners));
    assertThat(results.text("/results/0/code")).isEqualTo("transition-not-allowed");
    assertThat(results.text("/results/0/item/state")).isEqualTo("cancelled");
    assertThat(results.text("/results/1/item/state")).isEqualTo("in_review");
    stands("in_review", 3, 2, "in_review Banners" + others);
    String proof = proof(banners, "banners.pdf");
    moves(banners, "proof_sent", "'proofReference':'%s'".formatted(proof));
    bannersLink = link(banners);
    stands("proof_sent", 3, 2, "proof_sent Banners" + others);
  }

  void nobodyIsToldAnythingWrong() {
    assertThat(names(talk.told("/api/jobs/" + job + "/items").json()))
        .containsExactly("Posters", "Leaflets", "Labels", "Banners");
    JsonNode item = talk.told("/api/items/" + posters).json();
    assertThat(item.get("history").valueStream().flatMap(told -> told.optional("to").stream()))
        .extracting(JsonNode::asString)
        .containsExactly(
            "awaiting_artwork",
            "in_review",
            "proof_sent",
            "proof_changes_requested",
            "in_review",
            "proof_sent",
            "ready_for_production",
            "complete",
            "archived",
            "complete");
    assertThat(item.get("artwork").size()).isEqualTo(3);
    assertThat(item.get("proofs").size()).isEqualTo(2);
    assertThat(item.toString())
        .contains(
            "\"feedback\":\"A larger logo, please\"",
            "\"approvedBy\":\"customer\"",
            "\"name\":\"Ada\"",
            "\"byLink\":true");
    theLinksThatWereUsedStayUsed();
  }

  void theLinksThatWereUsedStayUsed() {
    tooLate(firstLink, "Changes to the proof have been asked for already");
    tooLate(secondLink, "The proof has been approved already");
  }

  /** Every GET about items, and the job's own. */
  EveryQuestion questions() {
    String item = "/api/items/{itemId}";
    String postersArtwork = "/api/items/" + posters + "/artwork/";
    return talk.questions()
        .list("/api/jobs", "itemState=proof_sent", "active=true", "reference=PO%204711")
        .of("/api/jobs/{jobId}", job)
        .of("/api/jobs/{jobId}/items", job)
        .list("/api/items", "state=complete,archived", "job=" + job, "company=acme", "q=bann")
        .of(item, posters, leaflets, labels, banners)
        .of(item + "/transitions", posters, leaflets, labels, banners)
        .of(item + "/artwork", posters, labels)
        .at(item + "/artwork/{version}", postersArtwork + 1, postersArtwork + 3)
        .at(item + "/artwork/{version}/{number}", postersArtwork + "1/1", postersArtwork + "2/1")
        .at(item + "/proof/{proofReference}", proofFiles())
        .list("/api/item-board", "state=complete", "reference=PO%204711", "limit=1")
        .at("/customer/proofs/{token}", bannersLink, bannersLink + "/file");
  }

  private String[] proofFiles() {
    return Stream.of(posters, banners)
        .flatMap(item -> talk.told("/api/items/" + item).json().get("proofs").valueStream())
        .map(proof -> proof.at("/file/href").asString())
        .toArray(String[]::new);
  }

  private void stands(@Nullable String itemState, int total, int ready, String board) {
    standing.of(job, itemState, total, ready, board);
  }

  private void moves(String item, String to, String details) {
    Http.Reply moved = talk.done("POST", "/api/items/" + item + "/transition", saying(to, details));
    assertThat(moved.text("/state")).isEqualTo(to);
  }

  private void refused(String item, String to, String details) {
    talk.refused(
        409,
        "transition-not-allowed",
        "POST",
        "/api/items/" + item + "/transition",
        saying(to, details));
  }

  private static String saying(String to, String details) {
    return "{'to':'%s'%s,'userId':'olga'}".formatted(to, details.isEmpty() ? "" : "," + details);
  }

  private void artwork(String item, String fileName) {
    talk.uploaded("/api/items/" + item + "/artwork", fileName, "%PDF-1.7 " + fileName);
  }

  /** Puts a proof on file; answers its reference. */
  private String proof(String item, String fileName) {
    return talk.uploaded("/api/items/" + item + "/proof", fileName, "%PDF-1.7 " + fileName)
        .text("/proofReference");
  }

  private String link(String item) {
    return talk.made("/api/items/" + item + "/proof-link", "{}").text("/path");
  }

  private void tooLate(String link, String why) {
    assertThat(talk.filledIn(link + "/approve", "name", "Eve").expect(409).body()).contains(why);
  }

  private static Stream<String> names(JsonNode items) {
    return items.valueStream().map(item -> item.get("name").asString());
  }
}
