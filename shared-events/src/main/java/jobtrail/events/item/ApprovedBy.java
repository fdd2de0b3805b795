package jobtrail.events.item;

import com.fasterxml.jackson.annotation.JsonProperty;

/** On whose word an item goes into production. */
public enum ApprovedBy {
  /** The customer saw a proof and agreed to it. */
  @JsonProperty("customer")
  CUSTOMER,
  /** Somebody of the shop took it upon themselves. */
  @JsonProperty("internal")
  INTERNAL
}
