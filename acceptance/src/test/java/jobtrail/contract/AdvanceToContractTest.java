package jobtrail.contract;

import static org.assertj.core.api.Assertions.assertThat;

import jobtrail.stories.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ResourceLock(OpenShop.ALONE)
class AdvanceToContractTest {

  private static final String BETWEEN = "{name: 'Fold', optional: %s, dependencyType: '%s'}";

  @RegisterExtension static final OpenShop SHOP = new OpenShop();

  @Test
  void the_serial_and_what_it_went_past_are_answered() {
    Http.Reply path =
        SHOP.path(SHOP.job(), "flexible", "Cut", "{name: 'Etch', optional: true}", "Fold", "Paint");
    String serial = SHOP.serial(path);
    Told.is(
        200,
        """
        {serial: {id: '%s', jobId: '%s', pathId: '%s', currentStepIndex: 3, status: 'in_progress',
          held: false, forceCompleted: false, createdAt: '<time>', updatedAt: '<time>'},
         bypassed: [{stepId: '%s', stepName: 'Etch', classification: 'skipped'},
          {stepId: '%s', stepName: 'Fold', classification: 'deferred'}]}
        """
            .formatted(
                serial,
                path.text("/jobId"),
                path.text("/id"),
                path.text("/steps/1/id"),
                path.text("/steps/2/id")),
        to(serial, "3"));
    assertThat(statuses(serial)).isEqualTo("completed skipped deferred in_progress");
  }

  @ParameterizedTest
  @CsvSource({
    "strict,   true,  preferred,       refused",
    "strict,   false, preferred,       refused",
    "strict,   false, completion_gate, refused",
    "strict,   false, physical,        refused",
    "flexible, true,  physical,        skipped",
    "flexible, false, preferred,       deferred",
    "flexible, false, completion_gate, refused",
    "flexible, false, physical,        refused",
    "per_step, true,  physical,        skipped",
    "per_step, false, preferred,       deferred",
    "per_step, false, completion_gate, deferred",
    "per_step, false, physical,        refused"
  })
  void what_lies_between_is_skipped_deferred_or_in_the_way(
      String mode, boolean optional, String dependency, String outcome) {
    Http.Reply path =
        SHOP.path(SHOP.job(), mode, "Cut", BETWEEN.formatted(optional, dependency), "Paint");
    String serial = SHOP.serial(path);
    Http.Reply reply = to(serial, "2");
    if (!outcome.equals("refused")) {
      assertThat(reply.expect(200).text("/bypassed/0/classification")).isEqualTo(outcome);
      return;
    }
    if (mode.equals("strict")) {
      SHOP.ruledOut(
          400,
          "strict-order",
          "Serial %s follows its path step by step: it cannot go past step Fold".formatted(serial),
          reply);
    } else {
      SHOP.ruledOut(
          400,
          "step-not-bypassable",
          "Serial %s cannot go past step Fold, which is required (%s, mode %s)"
              .formatted(serial, dependency, mode),
          reply);
    }
    assertThat(statuses(serial)).isEqualTo("in_progress pending pending");
  }

  @Test
  void an_overridden_step_may_be_skipped_even_if_it_is_physical() {
    Http.Reply path =
        SHOP.path(SHOP.job(), "flexible", "Cut", BETWEEN.formatted(false, "physical"), "Paint");
    String serial = SHOP.serial(path);
    SHOP.post(
            "/api/serials/" + serial + "/overrides",
            "{serialIds: ['%s'], stepId: '%s', reason: 'sample', userId: 'olga'}"
                .formatted(serial, path.text("/steps/1/id")))
        .expect(200);
    assertThat(to(serial, "2").text("/bypassed/0/classification")).isEqualTo("skipped");
  }

  @Test
  void the_target_lies_ahead_and_the_number_of_steps_means_the_end() {
    Http.Reply path = SHOP.path(SHOP.job(), "strict", "Cut", "Fold");
    String serial = SHOP.serial(path);
    SHOP.ruledOut(
        400,
        "target-not-ahead",
        "Serial %s can only move forward: step Cut does not lie ahead".formatted(serial),
        to(serial, "0"));
    Told.faulty(
        400,
        "target-beyond-end",
        "targetStepIndex",
        "The path has 2 steps: there is no step 3",
        "The path has 2 steps: there is no step 3",
        SHOP.tellingTheSerial(to(serial, "3")));
    Told.invalid("targetStepIndex", "must be 0 or greater", to(serial, "-1"));
    Told.invalid("targetStepIndex", "must be a number", to(serial, "'1'"));
    Told.invalid(
        "targetStepIndex",
        "is required, or targetStepId",
        SHOP.post("/api/serials/" + serial + "/advance-to", "{userId: 'olga'}"));
    to(serial, "1").expect(200);
    assertThat(to(serial, "2").expect(200).text("/serial/status")).isEqualTo("completed");
    SHOP.ruledOut(
        400, "serial-completed", "Serial is already completed: " + serial, to(serial, "2"));
    Told.refused(404, "serial-not-found", "Serial not found: SN-77777", to("SN-77777", "1"));
  }

  @Test
  void a_serial_that_owes_a_step_is_not_completed() {
    Http.Reply path = SHOP.path(SHOP.job(), "flexible", "Cut", "Fold", "Paint");
    String serial = SHOP.serial(path);
    to(serial, "2").expect(200);
    String owed =
        "Serial %s cannot be completed, steps are owed: Fold (deferred). It can be completed by force"
            .formatted(serial);
    SHOP.ruledOut(409, "steps-owed", owed, to(serial, "3"));
    SHOP.ruledOut(409, "steps-owed", owed, SHOP.post("/api/serials/" + serial + "/advance", "{}"));
    Told.is(
        200,
        "{canComplete: false, blockers: [{stepId: '%s', stepName: 'Fold', status: 'deferred'}]}"
            .formatted(path.text("/steps/1/id")),
        SHOP.get("/api/serials/" + serial + "/can-complete"));
  }

  private static Http.Reply to(String serial, String index) {
    return SHOP.post(
        "/api/serials/" + serial + "/advance-to",
        "{targetStepIndex: %s, userId: 'olga'}".formatted(index));
  }

  private static String statuses(String serial) {
    return SHOP.get("/api/serials/" + serial + "/step-statuses")
        .json()
        .valueStream()
        .map(step -> step.get("status").asString())
        .reduce((all, next) -> all + " " + next)
        .orElseThrow();
  }
}
