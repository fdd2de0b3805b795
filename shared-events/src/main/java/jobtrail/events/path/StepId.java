package jobtrail.events.path;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jobtrail.events.Ids;

/** A step of a path's id, for example {@code step_V1StGXR8_Z5j}. */
public record StepId(@JsonValue String value) {

  public static final String PREFIX = "step_";

  @JsonCreator
  public StepId {
    Ids.checked(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
