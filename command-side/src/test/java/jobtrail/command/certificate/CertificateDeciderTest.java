package jobtrail.command.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jobtrail.command.WholeRuleBook;
import jobtrail.command.certificate.CertificateCommand.CreateCertificate;
import jobtrail.events.certificate.CertificateEvent;
import jobtrail.events.certificate.CertificateEvent.CertificateCreated;
import jobtrail.events.certificate.CertificateId;
import jobtrail.events.certificate.CertificateType;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CertificateDeciderTest {

  /** A certificate has no reason to refuse anything. */
  @RegisterExtension
  static final WholeRuleBook BOOK =
      new WholeRuleBook(CertificateCommand.class, CertificateEvent.class);

  private static final CertificateId CERT = new CertificateId("cert_1");
  private static final Map<String, Object> STATED = Map.of("heat", "A7", "batches", List.of(1, 2));
  private static final CertificateCreated CREATED =
      new CertificateCreated(CERT, CertificateType.MATERIAL, "3.1", STATED);

  @Nested
  class Creating {

    @Test
    void a_certificate_is_put_on_file_as_it_came_in() {
      CreateCertificate command =
          new CreateCertificate(CERT, CertificateType.MATERIAL, "3.1", STATED);

      assertThat(CertificateDecider.decide(command)).containsExactly(CREATED);
      BOOK.shows(command);
    }
  }

  @Nested
  class Remembering {

    @Test
    void a_certificate_is_as_it_was_put_on_file() {
      assertThat(new CertificateState.NotCreated().evolve(CREATED))
          .isEqualTo(new CertificateState.OnFile(CERT, CertificateType.MATERIAL, "3.1", STATED));
      BOOK.shows(CREATED);
    }

    @Test
    void a_certificate_never_changes() {
      CertificateState onFile = new CertificateState.NotCreated().evolve(CREATED);

      assertThatThrownBy(() -> onFile.evolve(CREATED)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_was_stated_does_not_change_with_what_it_was_made_from() {
      Map<String, Object> stated = new HashMap<>(STATED);
      CertificateCreated created =
          new CertificateCreated(CERT, CertificateType.PROCESS, "Anodised", stated);
      stated.clear();

      assertThat(created.metadata()).isEqualTo(STATED);
      assertThatThrownBy(() -> Objects.requireNonNull(created.metadata()).clear())
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }
}
