package jobtrail.events.serial;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The moves of a serial that can be taken back. */
public enum MoveKind {
  /** To a later step. */
  @JsonProperty("advance")
  ADVANCE,
  /** Off the end of its path. */
  @JsonProperty("completion")
  COMPLETION,
  /** Back to an earlier step. */
  @JsonProperty("rework")
  REWORK,
  /** To the scrap. */
  @JsonProperty("scrap")
  SCRAP
}
