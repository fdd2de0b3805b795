package jobtrail.query.certificates;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import jobtrail.events.certificate.CertificateType;
import org.jspecify.annotations.Nullable;

/** A certificate as it is answered. */
@Schema(name = "Certificate")
public record CertificateView(
    String id,
    CertificateType type,
    String name,
    @Schema(description = "Whatever its issuer states") @Nullable Map<String, Object> metadata,
    Instant createdAt,
    @JsonIgnore @Schema(hidden = true) long createdPosition) {}
