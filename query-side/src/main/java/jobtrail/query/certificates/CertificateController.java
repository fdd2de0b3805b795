package jobtrail.query.certificates;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jobtrail.http.ETags;
import jobtrail.http.Page;
import jobtrail.http.RequestRefused;
import jobtrail.query.platform.Listing;
import jobtrail.query.platform.Reads;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/certs")
@Tag(name = "Certificates")
class CertificateController {

  /** A certificate has one event and never changes. */
  private static final long VERSION = 0;

  private final Certificates certificates;

  CertificateController(Certificates certificates) {
    this.certificates = certificates;
  }

  @GetMapping
  @Reads(Certificates.VIEW)
  @Operation(summary = "All certificates, newest first")
  ResponseEntity<List<CertificateView>> all(Page page, HttpServletRequest request) {
    return Listing.answer(
        certificates.newest(page),
        page,
        CertificateView::createdPosition,
        certificate -> certificate,
        request);
  }

  @GetMapping("/{certId}")
  @Reads(Certificates.VIEW)
  @Operation(summary = "One certificate")
  ResponseEntity<CertificateView> one(@PathVariable("certId") String id) {
    return ResponseEntity.ok().eTag(ETags.of(VERSION)).body(known(id));
  }

  @GetMapping("/{certId}/attachments")
  @Reads(Certificates.VIEW)
  @Operation(summary = "The serials a certificate was attached to, in that order")
  ResponseEntity<List<AttachmentView>> attachments(
      @PathVariable("certId") String id, Page page, HttpServletRequest request) {
    String certificateId = known(id).id();
    return Listing.answer(
        certificates.attachmentsOf(certificateId, page),
        page,
        AttachmentView::position,
        attachment -> attachment,
        request);
  }

  private CertificateView known(String id) {
    return certificates.byId(id).orElseThrow(() -> RequestRefused.notFound("Certificate", id));
  }
}
