package jobtrail.query.platform;

import jobtrail.ledger.StoredNamesSerializer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * What views keep as JSON, written as the ledger writes it: personal texts stay sealed, and the
 * same value always gives the same text.
 */
@Component
public class Stored {

  private final ObjectMapper json;

  Stored(StoredNamesSerializer serializer) {
    this.json = serializer.getObjectMapper();
  }

  public String text(Object value) {
    return json.writeValueAsString(value);
  }

  public <T> T value(String text, Class<T> type) {
    return json.readValue(text, type);
  }
}
