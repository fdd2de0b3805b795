package jobtrail.events.note;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jobtrail.events.Ids;

/** A note's id, for example {@code note_V1StGXR8_Z5j}. */
public record NoteId(@JsonValue String value) {

  public static final String PREFIX = "note_";

  @JsonCreator
  public NoteId {
    Ids.checked(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
