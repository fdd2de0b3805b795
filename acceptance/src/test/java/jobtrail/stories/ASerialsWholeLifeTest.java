package jobtrail.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ASerialsWholeLifeTest {

  @TempDir Path directory;

  /**
   * One job from its order to its last unit, with all that goes wrong on the way; then the power
   * goes, and then all that was ever read is thrown away and told anew from the ledger.
   */
  @Test
  void whatever_happens_to_serials_is_told_the_same_after_a_power_cut_and_after_a_replay() {
    Path data = directory.resolve("data");
    try (RunningShop shop = RunningShop.standalone(data)) {
      WholeLife life = new WholeLife(shop.http());
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

      EveryQuestion questions = life.questions();
      Description description = new Description(shop.http().get("/v3/api-docs").expect(200).json());
      assertThat(questions.templates()).containsAll(description.otherQuestions());
      Map<String, String> told = questions.answers();

      shop.kill();
      shop.restart();
      assertThat(questions.answers()).isEqualTo(told);

      shop.kill();
      Database.of(data).tell("drop schema views cascade");
      shop.restart();
      assertThat(questions.answers()).isEqualTo(told);
    }
  }
}
