package jobtrail.stories;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import jobtrail.command.serial.model.Deed;
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
      Http http = shop.http();
      Map<String, String> certificates =
          Map.of("cert_0", certificate(http, "Steel"), "cert_1", certificate(http, "Paint"));
      for (long seed = Long.getLong("jobtrail.seed", 1); seed <= SEQUENCES; seed++) {
        try {
          oneSequence(http, certificates, new Random(seed));
        } catch (AssertionError | RuntimeException e) {
          throw new AssertionError("Seed " + seed + ": " + e.getMessage(), e);
        }
      }
    }
  }

  private static void oneSequence(Http http, Map<String, String> certificates, Random random) {
    List<Deed> steps =
        Stream.generate(() -> Deed.any(random)).limit(1 + random.nextInt(8)).toList();
    String mode = List.of("strict", "flexible", "per_step").get(random.nextInt(3));
    PaperShop shop = new PaperShop(http, certificates, mode, steps, 1 + random.nextInt(3));
    List<Deed> deeds = new ArrayList<>();
    Stream.generate(() -> Deed.any(random)).limit(10 + random.nextInt(31)).forEach(deeds::add);
    deeds.forEach(shop::happens);
    shop.readsAsOnPaper();
  }

  private static String certificate(Http http, String name) {
    return http.post("/api/certs", PaperShop.json("type", "material", "name", name))
        .expect(201)
        .text("/id");
  }
}
