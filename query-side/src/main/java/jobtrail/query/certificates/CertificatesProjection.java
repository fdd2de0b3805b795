package jobtrail.query.certificates;

import jobtrail.events.certificate.CertificateEvent.CertificateCreated;
import jobtrail.events.serial.SerialEvent.SerialCertificateAttached;
import jobtrail.query.platform.Moment;
import jobtrail.query.platform.Stored;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.stereotype.Component;

/**
 * Which certificates are there, and which serials do they vouch for? A certificate belongs to no
 * job but a serial does, so either may be heard of first; neither waits for the other.
 */
@Component
@ProcessingGroup(Certificates.VIEW)
class CertificatesProjection {

  private final Stored stored;

  CertificatesProjection(Stored stored) {
    this.stored = stored;
  }

  @EventHandler
  void on(SerialCertificateAttached event, Moment when, CertificateChanges changes) {
    changes.add(
        new AttachmentRow(
            when.position(),
            event.serialId().value(),
            event.certificateId().value(),
            event.stepId().value(),
            when.at(),
            when.actor()));
  }

  @EventHandler
  void on(CertificateCreated event, Moment when, CertificateChanges changes) {
    changes.add(
        new CertificateRow(
            event.certificateId().value(),
            event.type(),
            event.name(),
            event.metadata() == null ? null : stored.text(event.metadata()),
            when.position(),
            when.at()));
  }
}
