package jobtrail.events.path;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jobtrail.events.Ids;

/** A path's id, for example {@code path_V1StGXR8_Z5j}. */
public record PathId(@JsonValue String value) {

  public static final String PREFIX = "path_";

  @JsonCreator
  public PathId {
    Ids.checked(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
