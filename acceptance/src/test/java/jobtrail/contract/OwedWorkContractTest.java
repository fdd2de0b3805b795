package jobtrail.contract;

import jobtrail.stories.Http;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Deferred work done or waived, and steps that serials may go without. */
@ResourceLock(OpenShop.ALONE)
class OwedWorkContractTest {

  @RegisterExtension static final OpenShop SHOP = new OpenShop();

  private String serial = "";
  private String cut = "";
  private String fold = "";
  private String etch = "";
  private String paint = "";

  /** Cut is done, Fold deferred and Etch skipped; the serial stands at Paint. */
  @BeforeEach
  void aSerialOwesAStep() {
    Http.Reply path =
        SHOP.path(SHOP.job(), "flexible", "Cut", "Fold", "{name: 'Etch', optional: true}", "Paint");
    serial = SHOP.serial(path);
    cut = path.text("/steps/0/id");
    fold = path.text("/steps/1/id");
    etch = path.text("/steps/2/id");
    paint = path.text("/steps/3/id");
    SHOP.post("/api/serials/" + serial + "/advance-to", "{targetStepIndex: 3}").expect(200);
  }

  @Test
  void deferred_work_that_was_done_is_completed_once() {
    Told.is(200, status("completed"), done(fold));
    SHOP.ruledOut(400, "step-not-deferred", notDeferred("Fold", "completed"), done(fold));
    SHOP.ruledOut(400, "step-not-deferred", notDeferred("Etch", "skipped"), done(etch));
    SHOP.ruledOut(404, "step-not-found", "ProcessStep not found: step_none", done("step_none"));
    Told.refused(
        404,
        "serial-not-found",
        "Serial not found: SN-77777",
        SHOP.post("/api/serials/SN-77777/complete-deferred/" + fold, "{userId: 'olga'}"));
    SHOP.post("/api/serials/" + serial + "/advance", "{}").expect(200);
  }

  @Test
  void deferred_work_is_waived_for_a_reason_and_on_somebodys_approval() {
    Told.invalid("reason", "is required", waive(fold, "{approverId: 'paula'}"));
    Told.invalid("reason", "cannot be empty", waive(fold, "{reason: ' ', approverId: 'paula'}"));
    Told.invalid("approverId", "is required", waive(fold, "{reason: 'sample'}"));
    String waiver = "{reason: 'sample', approverId: 'paula'}";
    SHOP.ruledOut(400, "step-not-deferred", notDeferred("Etch", "skipped"), waive(etch, waiver));
    SHOP.ruledOut(
        404, "step-not-found", "ProcessStep not found: step_none", waive("step_none", waiver));
    Told.is(200, status("waived"), waive(fold, waiver));
    SHOP.ruledOut(400, "step-not-deferred", notDeferred("Fold", "waived"), waive(fold, waiver));
    SHOP.post("/api/serials/" + serial + "/advance", "{}").expect(200);
  }

  @Test
  void a_deferred_step_that_became_optional_is_not_waived() {
    SHOP.patch("/api/steps/" + fold + "/config", "{optional: true}").expect(200);
    SHOP.ruledOut(
        400,
        "step-optional",
        "Step Fold is optional: there is nothing to waive",
        waive(fold, "{reason: 'sample', approverId: 'paula'}"));
  }

  @Test
  void what_a_scrapped_serial_owed_is_neither_done_nor_waived() {
    SHOP.post("/api/serials/" + serial + "/scrap", "{reason: 'damaged'}").expect(200);
    String scrapped = "Serial is scrapped: " + serial;
    SHOP.ruledOut(409, "serial-scrapped", scrapped, done(fold));
    SHOP.ruledOut(
        409, "serial-scrapped", scrapped, waive(fold, "{reason: 'x', approverId: 'paula'}"));
  }

  @Test
  void what_a_serial_owed_when_it_was_completed_by_force_may_still_be_done() {
    SHOP.post("/api/serials/" + serial + "/force-complete", "{userId: 'olga'}").expect(200);
    Told.is(200, status("completed"), done(fold));
  }

  @Test
  void an_override_is_made_for_all_named_serials_or_none() {
    Told.invalid("reason", "is required", override("{serialIds: ['%s'], stepId: '%s'}", paint));
    Told.invalid(
        "serialIds",
        "must have 1 to 1000 items",
        override("{serialIds: [], stepId: '%2$s', reason: 'x'}", paint));
    Told.invalid("stepId", "is required", override("{serialIds: ['%s'], reason: 'x'}", paint));
    Told.refused(
        404,
        "serial-not-found",
        "Serial not found: SN-77777",
        override("{serialIds: ['%s', 'SN-77777'], stepId: '%s', reason: 'x'}", paint));
    SHOP.ruledOut(
        400,
        "step-completed",
        "Step Cut is already completed for serial " + serial,
        override("{serialIds: ['%s'], stepId: '%s', reason: 'x'}", cut));
    SHOP.ruledOut(
        404,
        "step-not-found",
        "ProcessStep not found: step_none",
        override("{serialIds: ['%s'], stepId: '%s', reason: 'x'}", "step_none"));
    Told.is(200, "[]", SHOP.get("/api/serials/" + serial + "/overrides"));
  }

  @Test
  void an_override_made_twice_is_one_and_can_be_reversed_once() {
    String order = "{serialIds: ['%s'], stepId: '%s', reason: ' sample ', userId: 'olga'}";
    Http.Reply made = override(order, fold);
    String record =
        "[{id: '%s', serialId: '%s', stepId: '%s', active: %s, reason: 'sample', createdBy: 'olga',"
            + " createdAt: '<time>'}]";
    // Issued, moved, overridden: the third event of the serial.
    String id = "snso_" + serial + "_2";
    Told.is(200, record.formatted(id, serial, fold, true), made);
    Told.is(200, record.formatted(id, serial, fold, true), override(order, fold));
    String address = "/api/serials/" + serial + "/overrides";
    Told.is(200, record.formatted(id, serial, fold, true), SHOP.get(address));
    Told.is(200, "{success: true}", SHOP.write("DELETE", address + "/" + fold, "{userId: 'olga'}"));
    Told.is(200, record.formatted(id, serial, fold, false), SHOP.get(address));
    SHOP.ruledOut(
        400,
        "no-active-override",
        "Serial %s has no active override of step Fold".formatted(serial),
        SHOP.delete(address + "/" + fold));
    SHOP.ruledOut(
        404,
        "step-not-found",
        "ProcessStep not found: step_none",
        SHOP.delete(address + "/step_none"));
    Told.refused(
        404,
        "serial-not-found",
        "Serial not found: SN-77777",
        SHOP.delete("/api/serials/SN-77777/overrides/" + fold));
  }

  @Test
  void an_override_that_was_used_stays() {
    override("{serialIds: ['%s'], stepId: '%s', reason: 'sample'}", etch).expect(200);
    SHOP.ruledOut(
        400,
        "override-used",
        "Serial %s has already gone past step Etch".formatted(serial),
        SHOP.delete("/api/serials/" + serial + "/overrides/" + etch));
  }

  @Test
  void an_override_of_a_step_that_was_done_all_the_same_stays() {
    override("{serialIds: ['%s'], stepId: '%s', reason: 'sample'}", paint).expect(200);
    done(fold).expect(200);
    SHOP.post("/api/serials/" + serial + "/advance", "{}").expect(200);
    SHOP.ruledOut(
        400,
        "override-used",
        "Serial %s has already gone past step Paint".formatted(serial),
        SHOP.delete("/api/serials/" + serial + "/overrides/" + paint));
  }

  private Http.Reply done(String step) {
    return SHOP.post("/api/serials/" + serial + "/complete-deferred/" + step, "{userId: 'olga'}");
  }

  private Http.Reply waive(String step, String slack) {
    return SHOP.post("/api/serials/" + serial + "/waive-step/" + step, slack);
  }

  private Http.Reply override(String slack, String step) {
    return SHOP.post("/api/serials/" + serial + "/overrides", slack.formatted(serial, step));
  }

  private String status(String status) {
    return "{id: 'snss_%1$s_%2$s', serialId: '%1$s', stepId: '%2$s', stepIndex: 1, status: '%3$s', updatedAt: '<time>'}"
        .formatted(serial, fold, status);
  }

  private String notDeferred(String step, String status) {
    return "Step %s of serial %s is not deferred, it is %s".formatted(step, serial, status);
  }
}
