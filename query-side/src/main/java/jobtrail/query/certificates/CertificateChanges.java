package jobtrail.query.certificates;

import java.util.ArrayList;
import java.util.List;
import jobtrail.query.platform.Gathered;

/** Certificates and attachments that a batch of events tells of. */
final class CertificateChanges implements Gathered {

  private final CertificateSql sql;
  private final List<CertificateRow> certificates = new ArrayList<>();
  private final List<AttachmentRow> attachments = new ArrayList<>();

  CertificateChanges(CertificateSql sql) {
    this.sql = sql;
  }

  void add(CertificateRow row) {
    certificates.add(row);
  }

  void add(AttachmentRow row) {
    attachments.add(row);
  }

  @Override
  public void write() {
    if (!certificates.isEmpty()) {
      sql.insertCertificates(certificates);
    }
    if (!attachments.isEmpty()) {
      sql.insertAttachments(attachments);
    }
  }
}
