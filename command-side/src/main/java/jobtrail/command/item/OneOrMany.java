package jobtrail.command.item;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import jobtrail.command.platform.NewItem;
import jobtrail.http.Checked;
import jobtrail.http.FieldError;
import jobtrail.http.RequestRefused;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * The body of POST /api/jobs/{id}/items: one item, or a list of them.
 *
 * @param many whether it was a list, be it of one
 */
@JsonDeserialize(using = OneOrMany.Reader.class)
@Schema(oneOf = {NewItem.class, NewItem[].class})
record OneOrMany(
    @Valid @Size(min = 1, max = NewItem.MOST_AT_ONCE, message = "must have 1 to 1000 items")
        List<@NotNull(message = "is required") NewItem> items,
    boolean many) {

  private static final String LIST = "items";

  /**
   * The items, once they are found to be in order.
   *
   * @throws RequestRefused 400 naming every field at fault, as it stands in the body
   */
  List<NewItem> checked(Checked checked) {
    if (!many) {
      checked.require(items.getFirst());
      return items;
    }
    List<FieldError> faults = checked.faults(this);
    if (!faults.isEmpty()) {
      throw RequestRefused.invalid(
          faults.stream()
              .map(fault -> new FieldError(place(fault.field()), fault.message()))
              .toList());
    }
    return items;
  }

  /** The list has no name in the body; a fault of its own is that of the body. */
  private static String place(String field) {
    return field.equals(LIST) ? "body" : field.substring(LIST.length());
  }

  static final class Reader extends StdDeserializer<OneOrMany> {

    Reader() {
      super(OneOrMany.class);
    }

    @Override
    public OneOrMany deserialize(JsonParser json, DeserializationContext context) {
      if (json.currentToken() != JsonToken.START_ARRAY) {
        return new OneOrMany(List.of(context.readValue(json, NewItem.class)), false);
      }
      List<NewItem> items =
          context.readValue(
              json, context.getTypeFactory().constructCollectionType(List.class, NewItem.class));
      return new OneOrMany(items, true);
    }
  }
}
