package jobtrail.command.certificate;

import jobtrail.command.certificate.CertificateCommand.CreateCertificate;
import jobtrail.command.platform.AddressedCommands;
import jobtrail.events.certificate.CertificateEvent.CertificateCreated;
import jobtrail.events.certificate.CertificateId;
import jobtrail.events.certificate.CertificateType;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/** The shell reaches its decider, and remembers only what events say. */
class CertificateTest {

  @Test
  void a_certificate_begins_with_its_creation() {
    CertificateId cert = new CertificateId("cert_1");
    new AggregateTestFixture<>(Certificate.class)
        .registerCommandTargetResolver(new AddressedCommands())
        .givenNoPriorActivity()
        .when(new CreateCertificate(cert, CertificateType.PROCESS, "Anodised", null))
        .expectSuccessfulHandlerExecution()
        .expectEvents(new CertificateCreated(cert, CertificateType.PROCESS, "Anodised", null));
  }
}
