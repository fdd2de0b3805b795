package jobtrail.command.certificate;

import java.util.Map;
import jobtrail.command.platform.Addressed;
import jobtrail.events.certificate.CertificateId;
import jobtrail.events.certificate.CertificateType;
import org.jspecify.annotations.Nullable;

/** What can be asked of a certificate. */
sealed interface CertificateCommand extends Addressed {

  CertificateId certificateId();

  @Override
  default String streamId() {
    return certificateId().value();
  }

  /**
   * Put a certificate on file.
   *
   * @param metadata whatever its issuer states, as JSON has it; null when nothing was given
   */
  record CreateCertificate(
      CertificateId certificateId,
      CertificateType type,
      String name,
      @Nullable Map<String, Object> metadata)
      implements CertificateCommand {}
}
