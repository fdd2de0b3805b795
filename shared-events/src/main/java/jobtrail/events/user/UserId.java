package jobtrail.events.user;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jobtrail.events.Ids;

/** A user's id, for example {@code user_V1StGXR8_Z5j}. */
public record UserId(@JsonValue String value) {

  public static final String PREFIX = "user_";

  @JsonCreator
  public UserId {
    Ids.checked(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
