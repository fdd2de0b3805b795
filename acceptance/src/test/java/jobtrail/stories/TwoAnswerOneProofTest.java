package jobtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import jobtrail.stories.ProofDesk.Sent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One proof, two answers at the same moment, again and again: one counts, and both know which. */
class TwoAnswerOneProofTest {

  private static final int ROUNDS = 40;

  @TempDir static Path directory;

  @SuppressWarnings("NullAway.Init")
  private static RunningShop shop;

  /** What can be said to a proof. */
  enum Said {
    YES(
        "ready_for_production",
        "'approvedBy':'customer','name':'Olga'",
        "/approve",
        "name",
        "The proof has been approved already"),
    NO(
        "proof_changes_requested",
        "'feedback':'Larger logo'",
        "/changes",
        "feedback",
        "Changes to the proof have been asked for already");

    private final String state;
    private final String details;
    private final String form;
    private final String field;
    private final String already;

    Said(String state, String details, String form, String field, String already) {
      this.state = state;
      this.details = details;
      this.form = form;
      this.field = field;
      this.already = already;
    }
  }

  @BeforeAll
  static void open() {
    shop = RunningShop.standalone(directory.resolve("data"));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @ParameterizedTest
  @EnumSource
  void the_customer_and_somebody_of_the_shop_never_both_win(Said byTheShop) {
    for (int round = 0; round < ROUNDS; round++) {
      Said byTheCustomer = Said.values()[round % 2];
      ProofDesk desk = new ProofDesk(shop.http());
      Sent proof = desk.sent("Flyer");
      String link = desk.link(proof);
      List<Http.Reply> replies =
          atOnce(() -> throughTheLink(link, byTheCustomer), () -> noted(proof, byTheShop));

      Http.Reply page = replies.getFirst();
      Http.Reply noted = replies.getLast();
      if (page.status() == 200) {
        assertThat(page.body()).contains("Thank you");
        toldTheShop(noted, byTheCustomer);
        counts(proof, byTheCustomer);
      } else {
        toldTheCustomer(page, byTheShop);
        assertThat(noted.expect(200).text("/state")).isEqualTo(byTheShop.state);
        counts(proof, byTheShop);
      }
    }
  }

  @Test
  void two_customers_with_the_same_link_never_both_win() {
    for (int round = 0; round < ROUNDS; round++) {
      Said one = Said.values()[round % 2];
      Said other = Said.values()[round / 2 % 2];
      ProofDesk desk = new ProofDesk(shop.http());
      Sent proof = desk.sent("Flyer");
      String link = desk.link(proof);
      List<Http.Reply> replies =
          atOnce(() -> throughTheLink(link, one), () -> throughTheLink(link, other));

      boolean first = replies.getFirst().status() == 200;
      Said winner = first ? one : other;
      assertThat((first ? replies.getFirst() : replies.getLast()).expect(200).body())
          .contains("Thank you");
      toldTheCustomer(first ? replies.getLast() : replies.getFirst(), winner);
      counts(proof, winner);
    }
  }

  private static Http.Reply throughTheLink(String link, Said said) {
    return new Talk(shop.http()).filledIn(link + said.form, said.field, "Ada");
  }

  private static Http.Reply noted(Sent proof, Said said) {
    String body = "{'to':'%s',%s}".formatted(said.state, said.details).replace('\'', '"');
    return shop.http().post("/api/items/" + proof.item() + "/transition", body);
  }

  /** Which page says what was said before. */
  private static void toldTheCustomer(Http.Reply page, Said winner) {
    assertThat(page.expect(409).body()).contains(winner.already, "UTC").doesNotContain("<form");
  }

  /** With the item as it stands by now. */
  private static void toldTheShop(Http.Reply refused, Said winner) {
    assertThat(refused.expect(409).text("/code")).isEqualTo("transition-not-allowed");
    assertThat(refused.text("/state")).isEqualTo(winner.state);
    assertThat(refused.text("/item/state")).isEqualTo(winner.state);
  }

  /** It is the only answer that the ledger has, and what everybody is told. */
  private static void counts(Sent proof, Said winner) {
    Database database = Database.of(directory.resolve("data"));
    assertThat(
            database.ask(
                "select string_agg(name, ' ') from ledger.event where stream_id = '%s'"
                        .formatted(proof.item())
                    + " and name in ('item.approved', 'item.proof-changes-requested')"))
        .isEqualTo(winner == Said.YES ? "item.approved" : "item.proof-changes-requested");
    long head = Long.parseLong(database.ask("select max(position) from ledger.event"));
    assertThat(shop.http().get("/api/items/" + proof.item(), head).expect(200).text("/state"))
        .isEqualTo(winner.state);
  }

  private static List<Http.Reply> atOnce(Supplier<Http.Reply> one, Supplier<Http.Reply> other) {
    CyclicBarrier both = new CyclicBarrier(2);
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = CompletableFuture.supplyAsync(after(both, one), people);
      var second = CompletableFuture.supplyAsync(after(both, other), people);
      return List.of(first.join(), second.join());
    }
  }

  private static Supplier<Http.Reply> after(CyclicBarrier both, Supplier<Http.Reply> call) {
    return () -> {
      try {
        both.await();
      } catch (InterruptedException | BrokenBarrierException e) {
        throw new IllegalStateException(e);
      }
      return call.get();
    };
  }
}
