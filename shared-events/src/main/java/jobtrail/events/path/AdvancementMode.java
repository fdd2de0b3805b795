package jobtrail.events.path;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How strictly serials follow the order of a path's steps. */
public enum AdvancementMode {
  /** One step after the other. */
  @JsonProperty("strict")
  STRICT,
  /** Steps may be bypassed, save gates and physical ones. */
  @JsonProperty("flexible")
  FLEXIBLE,
  /** Each step's own dependency decides. */
  @JsonProperty("per_step")
  PER_STEP
}
