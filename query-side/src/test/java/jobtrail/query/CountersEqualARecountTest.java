package jobtrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import jobtrail.events.path.Step;
import jobtrail.events.path.StepId;
import jobtrail.ledger.RandomShop;
import jobtrail.ledger.RandomShop.Fate;
import jobtrail.ledger.RandomShop.Life;
import jobtrail.query.platform.FreshViews;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Whatever happens to serials, what is counted on the way is what counting them anew would say. */
class CountersEqualARecountTest {

  private static Node node;

  @BeforeAll
  static void start() {
    node = new Node(FreshViews.database(), "jobtrail.views.patience=60s");
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void after_any_history(long seed) {
    String name = "any" + seed;
    RandomShop shop = new RandomShop(name, seed, seed * 1_000);
    live(name, shop, () -> compareCounters(name, shop));
    shop.serials().forEach(life -> compare(life, shop));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void invariant_6_done_counts_never_rise_along_the_path_while_nothing_is_gone_past(long seed) {
    String name = "steps" + seed;
    RandomShop shop = RandomShop.stepByStep(name, seed, seed * 1_000);
    live(
        name,
        shop,
        () -> {
          compareDoneCounts(name, shop);
          compareCounters(name, shop);
        });
    assertThat(shop.count(life -> life.fate() == Fate.COMPLETED)).isPositive();
    assertThat(shop.count(life -> life.fate() == Fate.SCRAPPED)).isPositive();
  }

  private static void live(String name, RandomShop shop, Runnable eachRound) {
    node.append(Shop.jobCreated(name, 5));
    for (int round = 0; round < 10; round++) {
      for (int i = 0; i < 50 || shop.quiet(); i++) {
        shop.happen();
        if (i % 7 == 0 && !shop.quiet()) {
          node.append(shop.news());
        }
      }
      if (!shop.quiet()) {
        node.append(shop.news());
      }
      eachRound.run();
    }
  }

  private static void compareCounters(String name, RandomShop shop) {
    long created = shop.serials().size();
    long scrapped = shop.count(life -> life.fate() == Fate.SCRAPPED);
    long completed =
        shop.count(life -> life.fate() == Fate.COMPLETED || life.fate() == Fate.FORCED);
    JsonNode path = node.getNow("/api/paths/path_" + name).json();
    List<Step> steps = shop.route().activeSteps();
    long most = steps.stream().mapToLong(step -> shop.standing(step.stepId())).max().orElse(0);
    long standing = 0;
    for (int i = 0; i < steps.size(); i++) {
      StepId stepId = steps.get(i).stepId();
      JsonNode shown = path.path("distribution").get(i);
      long here = shown.path("serialCount").longValue();
      standing += here;
      assertThat(shown.path("stepId").stringValue()).isEqualTo(stepId.value());
      assertThat(here).isEqualTo(shop.standing(stepId));
      assertThat(shown.path("doneCount").longValue()).isEqualTo(shop.done(stepId));
      assertThat(shown.path("completedCount").longValue()).isEqualTo(completed);
      assertThat(shown.path("isBottleneck").booleanValue()).isEqualTo(here > 0 && here == most);
      Node.Answer answer = node.getNow("/api/serials?stepId=" + stepId);
      assertThat(answer.status()).as(answer.body()).isEqualTo(200);
      JsonNode listed = answer.json();
      assertThat(listed.valueStream().map(serial -> serial.path("id").stringValue()).toList())
          .as(listed.toString())
          .containsExactlyInAnyOrderElementsOf(shop.standingOn(stepId));
    }
    assertThat(standing + completed + scrapped).isEqualTo(created);
    JsonNode progress = node.getNow("/api/jobs/job_" + name).json().path("progress");
    assertThat(progress.path("totalSerials").longValue()).isEqualTo(created);
    assertThat(progress.path("completedSerials").longValue()).isEqualTo(completed);
    assertThat(progress.path("scrappedSerials").longValue()).isEqualTo(scrapped);
    assertThat(progress.path("inProgressSerials").longValue()).isEqualTo(standing);
  }

  /** No more are done with a step than with the one before it; who is through is done with all. */
  private static void compareDoneCounts(String name, RandomShop shop) {
    JsonNode distribution = node.getNow("/api/paths/path_" + name).json().path("distribution");
    long before = shop.serials().size();
    for (JsonNode step : distribution) {
      long done = step.path("doneCount").longValue();
      assertThat(done).as(distribution.toString()).isBetween(0L, before);
      before = done;
    }
    assertThat(before).isEqualTo(distribution.get(0).path("completedCount").longValue());
  }

  private static void compare(Life life, RandomShop shop) {
    Node.Answer answer = node.getNow("/api/serials/" + life.id());
    JsonNode serial = answer.json();
    Fate fate = life.fate() == Fate.FORCED ? Fate.COMPLETED : life.fate();
    assertThat(answer.header("ETag")).isEqualTo("\"" + life.version() + "\"");
    assertThat(serial.path("status").stringValue()).isEqualTo(fate.name().toLowerCase(Locale.ROOT));
    assertThat(serial.path("held").booleanValue()).isEqualTo(life.held());
    assertThat(serial.path("forceCompleted").booleanValue()).isEqualTo(life.fate() == Fate.FORCED);
    assertThat(serial.path("currentStepIndex").intValue())
        .isEqualTo(fate == Fate.COMPLETED ? -1 : shop.route().indexOf(life.step()));
    JsonNode statuses = node.getNow("/api/serials/" + life.id() + "/step-statuses").json();
    List<Step> steps = shop.route().activeSteps();
    assertThat(statuses.size()).isEqualTo(steps.size());
    for (int i = 0; i < steps.size(); i++) {
      StepId stepId = steps.get(i).stepId();
      JsonNode shown = statuses.get(i);
      assertThat(shown.path("stepId").stringValue()).isEqualTo(stepId.value());
      assertThat(shown.path("status").stringValue())
          .as("%s of %s", stepId, life.id())
          .isEqualTo(life.status(stepId, shop.route()).name().toLowerCase(Locale.ROOT));
      assertThat(shown.path("hasOverride").booleanValue())
          .isEqualTo(life.overridden().contains(stepId));
    }
  }
}
