package jobtrail.events.template;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jobtrail.events.Ids;

/** A template's id, for example {@code tmpl_V1StGXR8_Z5j}. */
public record TemplateId(@JsonValue String value) {

  public static final String PREFIX = "tmpl_";

  @JsonCreator
  public TemplateId {
    Ids.checked(PREFIX, value);
  }

  @Override
  public String toString() {
    return value;
  }
}
