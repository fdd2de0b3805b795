package jobtrail.contract;

import static org.assertj.core.api.Assertions.assertThat;

import jobtrail.stories.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(OpenShop.ALONE)
class SerialsContractTest {

  @RegisterExtension static final OpenShop SHOP = new OpenShop();

  @Test
  void serials_are_issued_with_consecutive_numbers_and_all_at_one_time() {
    Http.Reply path = SHOP.path(SHOP.job(), "strict", "Cut", "Fold");
    Http.Reply issued = issue(path.text("/jobId"), path.text("/id"), "2");
    String fresh = serial("<serial>", path, 0, "in_progress");
    Told.is(201, "[%s, %s]".formatted(fresh, fresh), issued);
    assertThat(number(issued.text("/1/id"))).isEqualTo(number(issued.text("/0/id")) + 1);
    assertThat(issued.text("/1/createdAt")).isEqualTo(issued.text("/0/createdAt"));
  }

  @Test
  void serials_need_a_path_of_the_job_and_a_whole_quantity_within_bounds() {
    Http.Reply path = SHOP.path(SHOP.job(), "strict", "Cut");
    String job = path.text("/jobId");
    String id = path.text("/id");
    Told.invalid("quantity", "must be greater than 0", issue(job, id, "0"));
    Told.invalid("quantity", "must be a whole number", issue(job, id, "1.5"));
    Told.invalid("quantity", "must be a number", issue(job, id, "'2'"));
    Told.invalid("quantity", "cannot be greater than 10000", issue(job, id, "10001"));
    Told.refused(404, "path-not-found", "Path not found: path_none", issue(job, "path_none", "1"));
    Told.refused(404, "job-not-found", "Job not found: job_none", issue("job_none", id, "1"));
    Told.invalid("jobId", "is not the job of path " + id, issue(SHOP.job(), id, "1"));
    Told.is(200, "[]", SHOP.get("/api/serials?pathId=" + id));
  }

  @Test
  void an_unknown_certificate_is_told_before_any_serial_is_stored() {
    Http.Reply path = SHOP.path(SHOP.job(), "strict", "Cut");
    Told.refused(
        404,
        "certificate-not-found",
        "Certificate not found: cert_none",
        SHOP.post(
            "/api/serials",
            "{jobId: '%s', pathId: '%s', quantity: 1, certId: 'cert_none'}"
                .formatted(path.text("/jobId"), path.text("/id"))));
    Told.is(200, "[]", SHOP.get("/api/serials?pathId=" + path.text("/id")));
  }

  @Test
  void the_list_has_names_for_ids_and_tells_how_each_serial_is() {
    Http.Reply path = SHOP.path(SHOP.job(), "strict", "Cut");
    String[] serials = SHOP.serials(path, 3);
    SHOP.post("/api/serials/" + serials[1] + "/advance", "{}").expect(200);
    SHOP.post("/api/serials/" + serials[2] + "/scrap", "{reason: 'damaged'}").expect(200);
    String line =
        "{id: '%s', jobId: '%s', jobName: 'Housings', pathId: '%s', pathName: 'Main',"
            + " currentStepIndex: %d, currentStepName: '%s', status: '%s', %s createdAt: '<time>'}";
    String job = path.text("/jobId");
    String id = path.text("/id");
    Told.is(
        200,
        "[%s, %s, %s]"
            .formatted(
                line.formatted(serials[0], job, id, 0, "Cut", "in-progress", ""),
                line.formatted(serials[1], job, id, -1, "Completed", "completed", ""),
                line.formatted(
                    serials[2], job, id, 0, "Scrapped", "scrapped", "scrapReason: 'damaged',")),
        SHOP.get("/api/serials?jobId=" + job));
  }

  @Test
  void one_serial_is_told_with_its_certificates_and_an_unknown_one_is_not_found() {
    Http.Reply path = SHOP.path(SHOP.job(), "strict", "Cut");
    String serial = SHOP.serial(path);
    String told = serial(serial, path, 0, "in_progress");
    Told.is(
        200,
        told.substring(0, told.length() - 1) + ", certs: []}",
        SHOP.get("/api/serials/" + serial));
    Told.refused(
        404, "serial-not-found", "Serial not found: SN-77777", SHOP.get("/api/serials/SN-77777"));
    Told.refused(
        404,
        "serial-not-found",
        "Serial not found: SN-77777",
        SHOP.post("/api/serials/SN-77777/advance", "{}"));
  }

  @Test
  void advance_goes_step_by_step_completes_from_the_last_one_and_keeps_the_statuses() {
    Http.Reply path = SHOP.path(SHOP.job(), "flexible", "Cut", "Fold");
    String serial = SHOP.serial(path);
    String advance = "/api/serials/" + serial + "/advance";
    Told.is(200, serial(serial, path, 1, "in_progress"), SHOP.post(advance, "{userId: 'olga'}"));
    assertThat(SHOP.get("/api/serials/" + serial + "/step-statuses").text("/0/status"))
        .isEqualTo("completed");
    Told.is(200, serial(serial, path, -1, "completed"), SHOP.write("POST", advance, null));
    SHOP.ruledOut(
        400,
        "serial-completed",
        "Serial is already completed: " + serial,
        SHOP.post(advance, "{}"));
    String scrapped = SHOP.serial(path);
    SHOP.post("/api/serials/" + scrapped + "/scrap", "{reason: 'damaged'}").expect(200);
    SHOP.ruledOut(
        400,
        "serial-scrapped",
        "Serial is scrapped: " + scrapped,
        SHOP.post("/api/serials/" + scrapped + "/advance", "{}"));
  }

  @Test
  void step_statuses_come_in_the_order_of_the_steps() {
    Http.Reply path =
        SHOP.path(
            SHOP.job(),
            "strict",
            "Cut",
            "{name: 'Paint', optional: true, dependencyType: 'completion_gate'}");
    String serial = SHOP.serial(path);
    SHOP.post("/api/serials/" + serial + "/overrides", override(serial, path, 0)).expect(200);
    Told.is(
        200,
        """
        [{stepId: '%s', stepName: 'Cut', stepOrder: 0, status: 'in_progress', optional: false,
          dependencyType: 'preferred', hasOverride: true},
         {stepId: '%s', stepName: 'Paint', stepOrder: 1, status: 'pending', optional: true,
          dependencyType: 'completion_gate', hasOverride: false}]
        """
            .formatted(path.text("/steps/0/id"), path.text("/steps/1/id")),
        SHOP.get("/api/serials/" + serial + "/step-statuses"));
    for (String list : new String[] {"step-statuses", "overrides", "cert-attachments"}) {
      Told.refused(
          404,
          "serial-not-found",
          "Serial not found: SN-77777",
          SHOP.get("/api/serials/SN-77777/" + list));
    }
  }

  private static String override(String serial, Http.Reply path, int step) {
    return "{serialIds: ['%s'], stepId: '%s', reason: 'sample', userId: 'olga'}"
        .formatted(serial, path.text("/steps/" + step + "/id"));
  }

  private static Http.Reply issue(String job, String path, String quantity) {
    return SHOP.post(
        "/api/serials",
        "{jobId: '%s', pathId: '%s', quantity: %s, userId: 'olga'}".formatted(job, path, quantity));
  }

  private static String serial(String id, Http.Reply path, int index, String status) {
    return ("{id: '%s', jobId: '%s', pathId: '%s', currentStepIndex: %d, status: '%s', held: false,"
            + " forceCompleted: false, createdAt: '<time>', updatedAt: '<time>'}")
        .formatted(id, path.text("/jobId"), path.text("/id"), index, status);
  }

  private static int number(String serialId) {
    return Integer.parseInt(serialId.substring(3));
  }
}
