package jobtrail.events.path;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What later work asks of a step. */
public enum DependencyType {
  /** Cannot be bypassed: the work physically has to come first. */
  @JsonProperty("physical")
  PHYSICAL,
  /** Better first, but may be deferred. */
  @JsonProperty("preferred")
  PREFERRED,
  /** May be deferred where the mode allows, yet the serial cannot complete without it. */
  @JsonProperty("completion_gate")
  COMPLETION_GATE
}
