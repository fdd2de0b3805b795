package jobtrail.query.serials;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import jobtrail.http.Page;
import jobtrail.http.RequestRefused;
import jobtrail.query.certificates.AttachmentView;
import jobtrail.query.certificates.Certificates;
import jobtrail.query.platform.Listing;
import jobtrail.query.platform.Reads;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/serials/{serialId}/cert-attachments")
@Tag(name = "Serials")
class SerialCertificatesController {

  private final Serials serials;
  private final Certificates certificates;

  SerialCertificatesController(Serials serials, Certificates certificates) {
    this.serials = serials;
    this.certificates = certificates;
  }

  @GetMapping
  @Reads({Serials.VIEW, Certificates.VIEW})
  @Operation(summary = "The certificates attached to a serial, in that order")
  ResponseEntity<List<AttachmentView>> attachments(
      @PathVariable("serialId") String id, Page page, HttpServletRequest request) {
    if (!serials.isThere(id)) {
      throw RequestRefused.notFound("Serial", id);
    }
    return Listing.answer(
        certificates.attachmentsTo(id, page),
        page,
        AttachmentView::position,
        attachment -> attachment,
        request);
  }
}
