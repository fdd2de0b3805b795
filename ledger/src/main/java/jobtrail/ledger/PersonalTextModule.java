package jobtrail.ledger;

import jobtrail.events.PersonalText;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * How a personal text stands in stored JSON: {@code {"subject": …, "sealed": …}}, never readable.
 */
final class PersonalTextModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  PersonalTextModule(SubjectKeys keys) {
    addSerializer(PersonalText.class, new Sealing(keys));
    addDeserializer(PersonalText.class, new Reading());
  }

  private static final class Sealing extends StdSerializer<PersonalText> {

    private final SubjectKeys keys;

    Sealing(SubjectKeys keys) {
      super(PersonalText.class);
      this.keys = keys;
    }

    @Override
    public void serialize(PersonalText text, JsonGenerator json, SerializationContext context) {
      json.writeStartObject();
      json.writeStringProperty("subject", text.subject());
      json.writeStringProperty("sealed", keys.seal(text));
      json.writeEndObject();
    }
  }

  private static final class Reading extends StdDeserializer<PersonalText> {

    Reading() {
      super(PersonalText.class);
    }

    @Override
    public PersonalText deserialize(JsonParser json, DeserializationContext context) {
      JsonNode node = context.readTree(json);
      return PersonalText.sealed(
          node.required("subject").stringValue(), node.required("sealed").stringValue());
    }
  }
}
