package jobtrail.query.certificates;

import java.time.Instant;
import jobtrail.events.certificate.CertificateType;
import org.jspecify.annotations.Nullable;

/**
 * One certificate as it was put on file.
 *
 * @param metadata JSON; null when nothing was stated
 */
record CertificateRow(
    String certificateId,
    CertificateType type,
    String name,
    @Nullable String metadata,
    long createdPosition,
    Instant createdAt) {}
