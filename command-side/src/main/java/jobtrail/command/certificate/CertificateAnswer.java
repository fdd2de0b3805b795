package jobtrail.command.certificate;

import java.time.Instant;
import java.util.Map;
import jobtrail.command.platform.Answer;
import jobtrail.events.certificate.CertificateId;
import jobtrail.events.certificate.CertificateType;
import org.jspecify.annotations.Nullable;

/** A certificate as POST answers it. */
record CertificateAnswer(
    CertificateId id,
    CertificateType type,
    String name,
    @Nullable Map<String, Object> metadata,
    Instant createdAt) {

  static CertificateAnswer of(Answer<CertificateState> answer) {
    CertificateState.OnFile certificate = (CertificateState.OnFile) answer.state();
    return new CertificateAnswer(
        certificate.certificateId(),
        certificate.type(),
        certificate.name(),
        certificate.metadata(),
        answer.createdAt());
  }
}
