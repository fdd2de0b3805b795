package jobtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnOrdersWholeLifeTest {

  @TempDir Path directory;

  /**
   * One order from its artwork to its archive, told right after every step; then the power goes,
   * and then all that was ever read is thrown away and told anew from the ledger.
   */
  @Test
  void whatever_happens_to_items_is_told_the_same_after_a_power_cut_and_after_a_replay() {
    Path data = directory.resolve("data");
    try (RunningShop shop = RunningShop.standalone(data)) {
      PrintOrder order = new PrintOrder(shop.http());
      order.theOrderComesIn();
      order.artworkComes();
      order.issuesAreFound();
      order.theCustomerWantsOtherPosters();
      order.theSecondProofIsRight();
      order.theShopApprovesTheLeafletsItself();
      order.theLabelsAreNotWantedAnyMore();
      order.whatIsPrintedIsPutAway();
      order.bannersAreOrderedLate();
      order.nobodyIsToldAnythingWrong();

      EveryQuestion questions = order.questions();
      Description description = new Description(shop.http().get("/v3/api-docs").expect(200).json());
      assertThat(questions.templates()).containsAll(description.questionsAboutItems());
      Map<String, String> told = questions.answers();

      shop.kill();
      shop.restart();
      assertThat(questions.answers()).isEqualTo(told);
      order.theLinksThatWereUsedStayUsed();

      shop.kill();
      Database.of(data).tell("drop schema views cascade");
      shop.restart();
      assertThat(questions.answers()).isEqualTo(told);
      order.theLinksThatWereUsedStayUsed();
    }
  }
}
