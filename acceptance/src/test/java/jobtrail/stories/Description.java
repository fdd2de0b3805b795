package jobtrail.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The OpenAPI description that a shop gives of itself, to hold its answers against. */
record Description(JsonNode document) {

  /** Every method and path template that is described. */
  List<String> operations() {
    List<String> operations = new ArrayList<>();
    document
        .get("paths")
        .propertyStream()
        .forEach(path ->
            path.getValue()
                .propertyNames()
                .forEach(method ->
                    operations.add(
                        method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
    return operations;
  }

  /** The path template of every question about job items. */
  List<String> questionsAboutItems() {
    return questions().filter(Description::isAboutItems).toList();
  }

  /** The path template of every other question. */
  List<String> otherQuestions() {
    return questions().filter(template -> !isAboutItems(template)).toList();
  }

  private Stream<String> questions() {
    return operations().stream()
        .filter(operation -> operation.startsWith("GET /api/"))
        .map(operation -> operation.substring("GET ".length()));
  }

  private static boolean isAboutItems(String template) {
    return template.contains("/item");
  }

  /** What in a reply is not as its operation's description says; empty when all is. */
  List<String> differences(String method, String template, Http.Reply reply) {
    JsonNode responses =
        document
            .get("paths")
            .get(template)
            .get(method.toLowerCase(java.util.Locale.ROOT))
            .get("responses");
    JsonNode response =
        responses.optional(Integer.toString(reply.status())).orElse(responses.get("default"));
    JsonNode schema = response.get("content").iterator().next().get("schema");
    List<String> differences = new ArrayList<>();
    compare("", schema, reply.json(), differences);
    return differences;
  }

  private void compare(String at, JsonNode described, JsonNode told, List<String> differences) {
    JsonNode schema =
        described.has("$ref")
            ? document.at(described.get("$ref").asString().substring(1))
            : described;
    if (schema.has("oneOf")) {
      compareOneOf(at, schema.get("oneOf"), told, differences);
      return;
    }
    List<String> types = types(schema.path("type"));
    if (told.isNull() && types.contains("null")) {
      return;
    }
    switch (types.getFirst()) {
      case "object" -> compareObject(at, schema, told, differences);
      case "array" -> {
        expect(told.isArray(), at, "an array", differences);
        for (int i = 0; i < told.size(); i++) {
          compare(at + "[" + i + "]", schema.get("items"), told.get(i), differences);
        }
      }
      case "string" -> {
        expect(told.isString(), at, "a text", differences);
        if (schema.has("enum")) {
          expect(
              schema.get("enum").valueStream().anyMatch(told::equals),
              at,
              "one of " + schema.get("enum"),
              differences);
        }
      }
      case "integer" -> expect(told.isIntegralNumber(), at, "a whole number", differences);
      case "number" -> expect(told.isNumber(), at, "a number", differences);
      case "boolean" -> expect(told.isBoolean(), at, "true or false", differences);
      default -> differences.add(at + ": its schema says nothing: " + schema);
    }
  }

  private static List<String> types(JsonNode type) {
    return type.isArray()
        ? type.valueStream().map(JsonNode::asString).toList()
        : List.of(type.asString(""));
  }

  /** Told as one of them, or else as none. */
  private void compareOneOf(
      String at, JsonNode alternatives, JsonNode told, List<String> differences) {
    List<String> all = new ArrayList<>();
    for (JsonNode alternative : alternatives) {
      List<String> some = new ArrayList<>();
      compare(at, alternative, told, some);
      if (some.isEmpty()) {
        return;
      }
      all.addAll(some);
    }
    differences.addAll(all);
  }

  private void compareObject(String at, JsonNode schema, JsonNode told, List<String> differences) {
    expect(told.isObject(), at, "an object", differences);
    schema
        .path("required")
        .forEach(name ->
            expect(told.has(name.asString()), at + "." + name.asString(), "there", differences));
    told.propertyStream()
        .forEach(property -> {
          JsonNode described = schema.path("properties").get(property.getKey());
          String place = at + "." + property.getKey();
          if (described == null && open(schema.path("additionalProperties"))) {
            return;
          }
          if (described == null) {
            differences.add(place + ": not described");
          } else {
            compare(place, described, property.getValue(), differences);
          }
        });
  }

  /** Whether more members are welcome, whatever they are. */
  private static boolean open(JsonNode more) {
    return more.isObject() || more.asBoolean(false);
  }

  private static void expect(boolean so, String at, String what, List<String> differences) {
    if (!so) {
      differences.add(at + ": not " + what);
    }
  }
}
