package jobtrail.events.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jobtrail.events.Ids;

/** A job's id, for example {@code job_V1StGXR8_Z5j}. */
public record JobId(@JsonValue String value) {

  public static final String PREFIX = "job_";

  @JsonCreator
  public JobId {
    Ids.checked(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
