package jobtrail.command.certificate;

import java.util.List;
import jobtrail.command.certificate.CertificateCommand.CreateCertificate;
import jobtrail.events.certificate.CertificateEvent;
import jobtrail.events.certificate.CertificateEvent.CertificateCreated;

/** The rules of a certificate: it is put on file as it came in, and stays so. */
final class CertificateDecider {

  private CertificateDecider() {}

  /** What happens when a certificate is asked something. */
  static List<CertificateEvent> decide(CertificateCommand command) {
    return switch (command) {
      case CreateCertificate create -> create(create);
    };
  }

  private static List<CertificateEvent> create(CreateCertificate command) {
    return List.of(
        new CertificateCreated(
            command.certificateId(), command.type(), command.name(), command.metadata()));
  }
}
