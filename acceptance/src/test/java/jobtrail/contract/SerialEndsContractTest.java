package jobtrail.contract;

import static org.assertj.core.api.Assertions.assertThat;

import jobtrail.stories.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ResourceLock(OpenShop.ALONE)
class SerialEndsContractTest {

  @RegisterExtension static final OpenShop SHOP = new OpenShop();

  @Test
  void a_scrapped_serial_keeps_its_place_and_tells_who_why_and_when() {
    Http.Reply path = SHOP.path(SHOP.job(), "strict", "Cut", "Fold");
    String serial = SHOP.serial(path);
    SHOP.post("/api/serials/" + serial + "/advance", "{}").expect(200);
    String scrapped =
        """
        {id: '%s', jobId: '%s', pathId: '%s', currentStepIndex: 1, status: 'scrapped', held: false,
         scrapReason: 'other', scrapExplanation: 'fell', scrapStepId: '%s', scrappedAt: '<time>',
         scrappedBy: 'olga', forceCompleted: false, createdAt: '<time>', updatedAt: '<time>'%s}
        """;
    Told.is(
        200,
        scrapped.formatted(
            serial, path.text("/jobId"), path.text("/id"), path.text("/steps/1/id"), ""),
        scrap(serial, "{reason: 'other', explanation: ' fell ', userId: 'olga'}"));
    Told.is(
        200,
        scrapped.formatted(
            serial, path.text("/jobId"), path.text("/id"), path.text("/steps/1/id"), ", certs: []"),
        SHOP.get("/api/serials/" + serial));
    SHOP.ruledOut(
        400,
        "serial-scrapped",
        "Serial is scrapped: " + serial,
        scrap(serial, "{reason: 'damaged', userId: 'olga'}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"out_of_tolerance", "process_defect", "damaged", "operator_error"})
  void four_reasons_need_no_explanation(String reason) {
    String serial = SHOP.serial(SHOP.path(SHOP.job(), "strict", "Cut"));
    Http.Reply reply = scrap(serial, "{reason: '%s'}".formatted(reason)).expect(200);
    assertThat(reply.text("/scrapReason")).isEqualTo(reason);
    assertThat(reply.text("/scrappedBy")).isEqualTo("anonymous");
  }

  @Test
  void scrapping_needs_one_of_five_reasons_and_other_an_explanation() {
    String serial = SHOP.serial(SHOP.path(SHOP.job(), "strict", "Cut"));
    Told.invalid("reason", "is required", scrap(serial, "{userId: 'olga'}"));
    Told.invalid(
        "reason",
        "must be one of: out_of_tolerance, process_defect, damaged, operator_error, other",
        scrap(serial, "{reason: 'lost', userId: 'olga'}"));
    Told.faulty(
        400,
        "explanation-missing",
        "explanation",
        "explanation is required when the reason is other",
        "explanation is required when the reason is other",
        SHOP.tellingTheSerial(scrap(serial, "{reason: 'other', userId: 'olga'}")));
    SHOP.post("/api/serials/" + serial + "/advance", "{}").expect(200);
    SHOP.ruledOut(
        400,
        "serial-completed",
        "Serial is already completed: " + serial,
        scrap(serial, "{reason: 'damaged'}"));
    Told.refused(
        404,
        "serial-not-found",
        "Serial not found: SN-77777",
        scrap("SN-77777", "{reason: 'damaged'}"));
  }

  @Test
  void force_completing_records_what_was_open_and_leaves_the_statuses() {
    Http.Reply path = SHOP.path(SHOP.job(), "flexible", "Cut", "Fold", "Paint");
    String serial = SHOP.serial(path);
    SHOP.post("/api/serials/" + serial + "/advance-to", "{targetStepIndex: 2}").expect(200);
    String forced =
        """
        {id: '%s', jobId: '%s', pathId: '%s', currentStepIndex: -1, status: 'completed', held: false,
         forceCompleted: true, forceCompletedBy: 'olga', forceCompletedAt: '<time>',
         forceCompletedReason: 'customer waits', incompleteStepIds: ['%s', '%s'],
         createdAt: '<time>', updatedAt: '<time>'%s}
        """;
    String[] values = {
      serial,
      path.text("/jobId"),
      path.text("/id"),
      path.text("/steps/1/id"),
      path.text("/steps/2/id"),
      ""
    };
    Told.is(
        200,
        forced.formatted((Object[]) values),
        force(serial, "{reason: 'customer waits', userId: 'olga'}"));
    values[5] = ", certs: []";
    Told.is(200, forced.formatted((Object[]) values), SHOP.get("/api/serials/" + serial));
    Http.Reply statuses = SHOP.get("/api/serials/" + serial + "/step-statuses");
    assertThat(statuses.text("/1/status")).isEqualTo("deferred");
    assertThat(statuses.text("/2/status")).isEqualTo("in_progress");
    SHOP.ruledOut(
        400, "serial-completed", "Serial is already completed: " + serial, force(serial, "{}"));
  }

  @Test
  void a_serial_that_only_needs_its_current_step_is_not_forced() {
    Http.Reply path = SHOP.path(SHOP.job(), "strict", "Cut");
    String serial = SHOP.serial(path);
    SHOP.ruledOut(
        400,
        "nothing-open",
        "No other step is open for serial %s: advance it instead".formatted(serial),
        force(serial, "{userId: 'olga'}"));
    scrap(serial, "{reason: 'damaged'}").expect(200);
    SHOP.ruledOut(400, "serial-scrapped", "Serial is scrapped: " + serial, force(serial, "{}"));
    Told.refused(404, "serial-not-found", "Serial not found: SN-77777", force("SN-77777", "{}"));
  }

  private static Http.Reply scrap(String serial, String slack) {
    return SHOP.post("/api/serials/" + serial + "/scrap", slack);
  }

  private static Http.Reply force(String serial, String slack) {
    return SHOP.post("/api/serials/" + serial + "/force-complete", slack);
  }
}
