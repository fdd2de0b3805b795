package jobtrail.events.item;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jobtrail.events.Ids;

/** A job item's id, for example {@code item_V1StGXR8_Z5j}. */
public record ItemId(@JsonValue String value) {

  public static final String PREFIX = "item_";

  @JsonCreator
  public ItemId {
    Ids.checked(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
