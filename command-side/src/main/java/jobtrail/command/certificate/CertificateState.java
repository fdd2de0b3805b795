package jobtrail.command.certificate;

import java.util.Map;
import jobtrail.events.certificate.CertificateEvent;
import jobtrail.events.certificate.CertificateEvent.CertificateCreated;
import jobtrail.events.certificate.CertificateId;
import jobtrail.events.certificate.CertificateType;
import org.jspecify.annotations.Nullable;

/** A certificate as its events left it. */
sealed interface CertificateState {

  /** The state after one more event. */
  CertificateState evolve(CertificateEvent event);

  record NotCreated() implements CertificateState {

    @Override
    public CertificateState evolve(CertificateEvent event) {
      return switch (event) {
        case CertificateCreated certificate ->
            new OnFile(
                certificate.certificateId(),
                certificate.type(),
                certificate.name(),
                certificate.metadata());
      };
    }
  }

  /** There for good. */
  record OnFile(
      CertificateId certificateId,
      CertificateType type,
      String name,
      @Nullable Map<String, Object> metadata)
      implements CertificateState {

    @Override
    public CertificateState evolve(CertificateEvent event) {
      throw new IllegalStateException(event + " happened to a certificate that never changes");
    }
  }
}
