package jobtrail.events.certificate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jobtrail.events.Ids;

/** A certificate's id, for example {@code cert_V1StGXR8_Z5j}. */
public record CertificateId(@JsonValue String value) {

  public static final String PREFIX = "cert_";

  @JsonCreator
  public CertificateId {
    Ids.checked(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
