package jobtrail.events.serial;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a unit was thrown away. */
public enum ScrapReason {
  /** It measured wrong. */
  @JsonProperty("out_of_tolerance")
  OUT_OF_TOLERANCE,
  /** The process spoiled it. */
  @JsonProperty("process_defect")
  PROCESS_DEFECT,
  /** It was damaged. */
  @JsonProperty("damaged")
  DAMAGED,
  /** Somebody made a mistake. */
  @JsonProperty("operator_error")
  OPERATOR_ERROR,
  /** Something else, which has to be explained. */
  @JsonProperty("other")
  OTHER
}
