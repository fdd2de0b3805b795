package jobtrail.http;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Walks over a body once before it is bound, also through the fields that nobody will read. */
final class JsonScan {

  static final int MAX_NESTING = 32;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(MAX_NESTING).build())
          .build();

  private JsonScan() {}

  /** Refuses bytes that are not one well-formed JSON value whose texts can all be stored. */
  static void check(byte[] body) {
    String text = Characters.utf8(body);
    if (text == null) {
      throw RequestRefused.malformed("The body is not valid UTF-8");
    }
    try (JsonParser parser =
        JSON.createParser(
            ObjectReadContext.empty(), text.startsWith("\uFEFF") ? text.substring(1) : text)) {
      walk(parser);
    }
  }

  private static void walk(JsonParser parser) {
    int depth = 0;
    try {
      JsonToken token = parser.nextToken();
      if (token == null) {
        throw new RequestRefused(400, "body-required", "A JSON body is required");
      }
      for (; token != null; token = parser.nextToken()) {
        if (token.isStructStart()) {
          depth++;
        } else if (token.isStructEnd()) {
          depth--;
        } else if (token.isScalarValue() && token != JsonToken.VALUE_STRING) {
          // Numbers are only looked at in full when asked for.
          if (token.isNumeric()) {
            parser.getNumberType();
          }
        } else if (!Characters.storable(parser.getString())) {
          throw RequestRefused.invalid(
              pathOf(parser.streamReadContext()), "cannot contain U+0000 or half a character");
        }
        if (depth == 0 && !token.isStructStart()) {
          endOfBody(parser);
          return;
        }
      }
    } catch (StreamConstraintsException limit) {
      throw depth >= MAX_NESTING
          ? new RequestRefused(
              400, "nested-too-deeply", "The body is nested more than " + MAX_NESTING + " deep")
          : overLimit(parser.streamReadContext());
    } catch (JacksonException syntax) {
      throw refusal(syntax, parser);
    }
    throw RequestRefused.malformed("The body ends too early");
  }

  private static void endOfBody(JsonParser parser) {
    if (parser.nextToken() != null) {
      throw RequestRefused.malformed("The body goes on after its JSON value");
    }
  }

  private static RequestRefused overLimit(TokenStreamContext context) {
    String field = pathOf(context);
    return field.isEmpty()
        ? RequestRefused.malformed("The body holds a name or number that is too long")
        : RequestRefused.invalid(field, "is out of range");
  }

  private static RequestRefused refusal(JacksonException syntax, JsonParser parser) {
    String words = syntax.getOriginalMessage();
    if (words != null && words.startsWith("Duplicate Object property")) {
      String field = pathOf(parser.streamReadContext());
      FieldError twice = new FieldError(field, "is given more than once");
      return new RequestRefused(
          400,
          "malformed-json",
          twice.sentence(),
          java.util.List.of(twice),
          java.util.Map.of(),
          java.util.Map.of());
    }
    int line = syntax.getLocation() == null ? 0 : syntax.getLocation().getLineNr();
    int column = syntax.getLocation() == null ? 0 : syntax.getLocation().getColumnNr();
    return RequestRefused.malformed(
        line < 1
            ? "The body is not well-formed JSON"
            : "The body is not well-formed JSON (line " + line + ", column " + column + ")");
  }

  /** Where the parser is, as {@code steps[0].name}. */
  private static String pathOf(@Nullable TokenStreamContext context) {
    if (context == null || context.inRoot()) {
      return "";
    }
    String before = pathOf(context.getParent());
    if (context.inArray()) {
      return before + "[" + Math.max(0, context.getCurrentIndex()) + "]";
    }
    String name = context.currentName() == null ? "" : Characters.printable(context.currentName());
    return before.isEmpty() ? name : before + "." + name;
  }
}
