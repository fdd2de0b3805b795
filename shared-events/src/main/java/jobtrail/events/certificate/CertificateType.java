package jobtrail.events.certificate;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a certificate vouches for. */
public enum CertificateType {
  /** What units are made of. */
  @JsonProperty("material")
  MATERIAL,
  /** Something that was done to units. */
  @JsonProperty("process")
  PROCESS
}
