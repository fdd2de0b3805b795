package jobtrail.events.serial;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far one serial is with one step of its path. */
public enum StepStatus {
  /** Still to come; also a step that has to be done again after rework. */
  @JsonProperty("pending")
  PENDING,
  /** The serial stands here. */
  @JsonProperty("in_progress")
  IN_PROGRESS,
  /** Done. */
  @JsonProperty("completed")
  COMPLETED,
  /** Passed by; nothing is owed. */
  @JsonProperty("skipped")
  SKIPPED,
  /** Passed by; the work is still owed. */
  @JsonProperty("deferred")
  DEFERRED,
  /** Owed once, until somebody took the responsibility for going without it. */
  @JsonProperty("waived")
  WAIVED
}
