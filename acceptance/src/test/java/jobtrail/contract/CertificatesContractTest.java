package jobtrail.contract;

import static org.assertj.core.api.Assertions.assertThat;

import jobtrail.stories.Http;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.ResourceLock;

@ResourceLock(OpenShop.ALONE)
class CertificatesContractTest {

  private static final String ATTACHED =
      "{id: '<position>', serialId: '%s', certId: '%s', stepId: '%s', attachedAt: '<time>',"
          + " attachedBy: 'olga'}";
  private static final String UNKNOWN = "Certificate not found: cert_none";

  @RegisterExtension static final OpenShop SHOP = new OpenShop();

  @Test
  void a_certificate_is_kept_as_it_was_stated_and_listed_newest_first() {
    Http.Reply plain = SHOP.post("/api/certs", "{type: 'process', name: ' Heat '}");
    String heat = "{id: '<cert>', type: 'process', name: 'Heat', createdAt: '<time>'}";
    Told.is(201, heat, plain);
    Http.Reply full =
        SHOP.post(
            "/api/certs",
            "{type: 'material', name: 'Heat', metadata: {lot: 'A-7', parts: [1, 2.5], ok: true}}");
    String steel =
        """
        {id: '<cert>', type: 'material', name: 'Heat',
         metadata: {lot: 'A-7', parts: [1, 2.5], ok: true}, createdAt: '<time>'}
        """;
    Told.is(201, steel, full);
    assertThat(full.header("Location")).isEqualTo("/api/certs/" + full.text("/id"));
    Told.is(200, steel, SHOP.get("/api/certs/" + full.text("/id")));
    Http.Reply newest = SHOP.get("/api/certs?limit=2");
    Told.is(200, "[%s, %s]".formatted(steel, heat), newest);
    assertThat(newest.text("/0/id")).isEqualTo(full.text("/id"));
  }

  @Test
  void a_certificate_needs_a_name_and_one_of_two_types() {
    Told.invalid("name", "is required", SHOP.post("/api/certs", "{type: 'process'}"));
    Told.invalid("name", "cannot be empty", SHOP.post("/api/certs", "{type: 'process', name: ''}"));
    Told.invalid("type", "is required", SHOP.post("/api/certs", "{name: 'A'}"));
    Told.invalid(
        "type",
        "must be one of: material, process",
        SHOP.post("/api/certs", "{type: 'paper', name: 'A'}"));
    Told.refused(404, "certificate-not-found", UNKNOWN, SHOP.get("/api/certs/cert_none"));
    Told.refused(
        404, "certificate-not-found", UNKNOWN, SHOP.get("/api/certs/cert_none/attachments"));
  }

  @Test
  void serials_are_issued_with_their_certificate_at_the_first_step() {
    String cert = certificate();
    Http.Reply path = SHOP.path(SHOP.job(), "strict", "Cut", "Fold");
    Http.Reply issued =
        SHOP.post(
                "/api/serials",
                "{jobId: '%s', pathId: '%s', quantity: 2, certId: '%s', userId: 'olga'}"
                    .formatted(path.text("/jobId"), path.text("/id"), cert))
            .expect(201);
    String first = issued.text("/0/id");
    String step = path.text("/steps/0/id");
    Told.is(
        200,
        "[%s, %s]"
            .formatted(
                ATTACHED.formatted(first, cert, step),
                ATTACHED.formatted(issued.text("/1/id"), cert, step)),
        SHOP.get("/api/certs/" + cert + "/attachments"));
    Told.is(
        200,
        """
        {id: '%s', jobId: '%s', pathId: '%s', currentStepIndex: 0, status: 'in_progress', held: false,
         forceCompleted: false, createdAt: '<time>', updatedAt: '<time>',
         certs: [{id: '%s', type: 'process', name: 'Heat', createdAt: '<time>'}]}
        """
            .formatted(first, path.text("/jobId"), path.text("/id"), cert),
        SHOP.get("/api/serials/" + first));
  }

  @Test
  void attaching_twice_at_one_step_is_once_and_at_another_step_is_another() {
    String cert = certificate();
    Http.Reply path = SHOP.path(SHOP.job(), "strict", "Cut", "Fold");
    String serial = SHOP.serial(path);
    String cut = ATTACHED.formatted(serial, cert, path.text("/steps/0/id"));
    String fold = ATTACHED.formatted(serial, cert, path.text("/steps/1/id"));
    Http.Reply once = attach(serial, cert);
    Told.is(200, cut, once);
    assertThat(attach(serial, cert).body()).isEqualTo(once.body());
    SHOP.post("/api/serials/" + serial + "/advance", "{}").expect(200);
    Told.is(200, fold, attach(serial, cert));
    Told.is(
        200,
        "[%s, %s]".formatted(cut, fold),
        SHOP.get("/api/serials/" + serial + "/cert-attachments"));
    assertThat(SHOP.get("/api/serials/" + serial).json().get("certs")).hasSize(1);
  }

  @Test
  void a_scrapped_serial_still_takes_a_certificate_and_a_completed_one_does_not() {
    String cert = certificate();
    Http.Reply path = SHOP.path(SHOP.job(), "strict", "Cut");
    String[] serials = SHOP.serials(path, 2);
    SHOP.post("/api/serials/" + serials[0] + "/scrap", "{reason: 'damaged'}").expect(200);
    Told.is(
        200,
        ATTACHED.formatted(serials[0], cert, path.text("/steps/0/id")),
        attach(serials[0], cert));
    SHOP.post("/api/serials/" + serials[1] + "/advance", "{}").expect(200);
    SHOP.ruledOut(
        400,
        "serial-completed",
        "Serial is already completed: " + serials[1],
        attach(serials[1], cert));
    Told.refused(404, "certificate-not-found", UNKNOWN, attach(serials[0], "cert_none"));
    Told.refused(404, "serial-not-found", "Serial not found: SN-77777", attach("SN-77777", cert));
    Told.invalid(
        "certId",
        "is required",
        SHOP.post("/api/serials/" + serials[0] + "/attach-cert", "{userId: 'olga'}"));
  }

  @Test
  void many_serials_get_a_certificate_each_where_it_stands_or_none_does() {
    String cert = certificate();
    Http.Reply path = SHOP.path(SHOP.job(), "strict", "Cut", "Fold");
    String[] serials = SHOP.serials(path, 2);
    SHOP.post("/api/serials/" + serials[1] + "/advance", "{}").expect(200);
    Told.refused(
        404,
        "serial-not-found",
        "Serial not found: SN-77777",
        batch(cert, "'%s', 'SN-77777'".formatted(serials[0])));
    Told.is(200, "[]", SHOP.get("/api/certs/" + cert + "/attachments"));
    Http.Reply attached = batch(cert, "'%s', '%s'".formatted(serials[1], serials[0]));
    Told.is(
        200,
        "[%s, %s]"
            .formatted(
                ATTACHED.formatted(serials[1], cert, path.text("/steps/1/id")),
                ATTACHED.formatted(serials[0], cert, path.text("/steps/0/id"))),
        attached);
    assertThat(batch(cert, "'%s', '%s'".formatted(serials[1], serials[0])).body())
        .isEqualTo(attached.body());
    Told.invalid("serialIds", "must have 1 to 1000 items", batch(cert, ""));
    Told.refused(
        404, "certificate-not-found", UNKNOWN, batch("cert_none", "'%s'".formatted(serials[0])));
  }

  private static String certificate() {
    return SHOP.post("/api/certs", "{type: 'process', name: 'Heat'}").expect(201).text("/id");
  }

  private static Http.Reply attach(String serial, String cert) {
    return SHOP.post(
        "/api/serials/" + serial + "/attach-cert",
        "{certId: '%s', userId: 'olga'}".formatted(cert));
  }

  private static Http.Reply batch(String cert, String serials) {
    return SHOP.post(
        "/api/certs/batch-attach",
        "{certId: '%s', serialIds: [%s], userId: 'olga'}".formatted(cert, serials));
  }
}
