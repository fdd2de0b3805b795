package jobtrail.events.certificate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import jobtrail.events.DomainEvent;
import jobtrail.events.StoredAs;
import jobtrail.events.StreamType;
import jobtrail.events.job.JobId;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can happen to a certificate. It never changes and is never deleted; that it
 * vouches for a serial is an event of the serial.
 */
@StreamType("certificate")
public sealed interface CertificateEvent extends DomainEvent {

  CertificateId certificateId();

  /** A certificate belongs to no job: it may vouch for units of many. */
  @Override
  default @Nullable JobId jobId() {
    return null;
  }

  @Override
  default String streamId() {
    return certificateId().value();
  }

  /**
   * A certificate was put on file.
   *
   * @param name need not be unique
   * @param metadata whatever its issuer states, as JSON has it; null when nothing was given
   */
  @StoredAs("certificate.created")
  record CertificateCreated(
      CertificateId certificateId,
      CertificateType type,
      String name,
      @Nullable Map<String, Object> metadata)
      implements CertificateEvent {

    public CertificateCreated {
      Objects.requireNonNull(certificateId, "certificateId");
      Objects.requireNonNull(type, "type");
      Objects.requireNonNull(name, "name");
      // JSON may hold nulls, which Map.copyOf refuses; its order is kept.
      metadata =
          metadata == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }
  }
}
