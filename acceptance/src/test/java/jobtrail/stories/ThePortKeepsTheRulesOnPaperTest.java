package jobtrail.stories;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rules on paper that the decider is held against, held against the whole system: fifty paths
 * with some serials each, to which things happen over HTTP.
 */
class ThePortKeepsTheRulesOnPaperTest {

  private static final int SEQUENCES = 50;

  @TempDir Path directory;

  @Test
  void every_answer_and_all_that_can_be_read_afterwards_is_what_stands_on_paper() {
    try (RunningShop shop = RunningShop.standalone(directory.resolve("data"))) {
      keepsTheRules(shop.http());
    }
  }

  static void keepsTheRules(Http http) {
    Map<String, String> certificates = PaperShop.certificates(http);
    for (long seed = 1; seed <= SEQUENCES; seed++) {
      try {
        PaperShop.lived(http, certificates, http.newJob("On paper", 10), new Random(seed))
            .readsAsOnPaper();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError("Seed " + seed + ": " + e.getMessage(), e);
      }
    }
  }
}
