package jobtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeLivesTest {

  @TempDir Path directory;

  /**
   * One job from its order to its last unit, and one order from its artwork to its archive, with
   * all that goes wrong on the way; then the power goes, and then all that was ever read is thrown
   * away and told anew from the ledger.
   */
  @Test
  void whatever_happens_is_told_the_same_after_a_power_cut_and_after_a_replay() {
    Path data = directory.resolve("data");
    try (RunningShop shop = RunningShop.standalone(data)) {
      Talk talk = new Talk(shop.http());
      WholeLife life = lived(talk);
      PrintOrder order = printed(talk);

      EveryQuestion aboutSerials = life.questions();
      EveryQuestion aboutItems = order.questions();
      Description description = new Description(shop.http().get("/v3/api-docs").expect(200).json());
      assertThat(aboutSerials.templates()).containsAll(description.otherQuestions());
      assertThat(aboutItems.templates()).containsAll(description.questionsAboutItems());
      Map<String, String> toldOfSerials = aboutSerials.answers();
      Map<String, String> toldOfItems = aboutItems.answers();

      shop.kill();
      shop.restart();
      assertThat(aboutSerials.answers()).isEqualTo(toldOfSerials);
      assertThat(aboutItems.answers()).isEqualTo(toldOfItems);
      order.theLinksThatWereUsedStayUsed();

      shop.kill();
      Database.of(data).tell("drop schema views cascade");
      shop.restart();
      assertThat(aboutSerials.answers()).isEqualTo(toldOfSerials);
      assertThat(aboutItems.answers()).isEqualTo(toldOfItems);
      order.theLinksThatWereUsedStayUsed();
    }
  }

  private static WholeLife lived(Talk talk) {
    WholeLife life = new WholeLife(talk);
    life.thePeopleAndTheTemplate();
    life.theJobComesInAndIsTheMostUrgent();
    life.itsPathIsLaidOutAndItsSerialsAreIssued();
    life.oneLeavesAStepForLaterAndIsNotLetGoWithoutIt();
    life.oneIsForgivenAStepHeldAndSentBack();
    life.oneMayGoWithoutAnInspection();
    life.oneIsScrappedByMistakeAndThenForGood();
    life.oneIsDeclaredDoneAndOneWaits();
    life.thePathThePeopleAndTheTemplateChange();
    life.nobodyIsToldAnythingWrong();
    return life;
  }

  private static PrintOrder printed(Talk talk) {
    PrintOrder order = new PrintOrder(talk);
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
    return order;
  }
}
