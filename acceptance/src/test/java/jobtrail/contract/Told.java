package jobtrail.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jobtrail.stories.Http;
import org.springframework.http.HttpStatus;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds an answer against what it must be: status, and every member of the body, no more and no
 * fewer. JSON is written here without double quotes, and {@code <job>}, {@code <time>} and the like
 * stand for what cannot be known before.
 */
final class Told {

  private static final JsonMapper SLACK =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
          .build();
  private static final String NANO = "_[A-Za-z0-9_-]{12}";
  private static final Map<String, String> SHAPES =
      Map.of(
          "<job>", "job" + NANO,
          "<path>", "path" + NANO,
          "<step>", "step" + NANO,
          "<cert>", "cert" + NANO,
          "<user>", "user" + NANO,
          "<template>", "tmpl" + NANO,
          "<note>", "note" + NANO,
          "<serial>", "SN-\\d{5,}",
          "<position>", "\\d+",
          "<time>", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");

  private Told() {}

  /** The same JSON as machines write it. */
  static String strict(String slack) {
    return SLACK.writeValueAsString(SLACK.readTree(slack));
  }

  /** Fails unless the answer is exactly this; hands it on. */
  static Http.Reply is(int status, String slack, Http.Reply reply) {
    JsonNode expected = SLACK.readTree(slack);
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    assertThat(reply.header("Content-Type")).isEqualTo("application/json");
    assertThat(veiled(reply.json(), expected).toPrettyString())
        .isEqualTo(expected.toPrettyString());
    return reply;
  }

  /** Fails unless the answer is a refusal with this code and message that blames no field. */
  static void refused(int status, String code, String message, Http.Reply reply) {
    problem(status, code, message, "", reply);
  }

  /** Fails unless the answer is a 400 that blames this one field. */
  static void invalid(String field, String message, Http.Reply reply) {
    faulty(400, "invalid-request", field, message, field + " " + message, reply);
  }

  /** Fails unless the answer is a refusal that blames this one field. */
  static void faulty(
      int status, String code, String field, String fault, String message, Http.Reply reply) {
    problem(
        status,
        code,
        message,
        ", errors: [{field: '%s', message: '%s'}]".formatted(field, fault),
        reply);
  }

  private static void problem(
      int status, String code, String message, String more, Http.Reply reply) {
    assertThat(reply.header("Content-Type")).as(reply.body()).isEqualTo("application/problem+json");
    assertThat(reply.status()).as(reply.body()).isEqualTo(status);
    JsonNode expected =
        SLACK.readTree(
            """
            {type: 'about:blank', title: '%s', status: %d, detail: '%s', instance: '%s',
             statusCode: %d, message: '%s', code: '%s'%s}
            """
                .formatted(
                    HttpStatus.valueOf(status).getReasonPhrase(),
                    status,
                    message,
                    reply.text("/instance"),
                    status,
                    message,
                    code,
                    more));
    assertThat(reply.text("/instance")).startsWith("/api/");
    assertThat(reply.json().toPrettyString()).isEqualTo(expected.toPrettyString());
  }

  /** What was told, with the words of what was expected where it has the shape they stand for. */
  private static JsonNode veiled(JsonNode told, JsonNode expected) {
    return switch (told) {
      case ObjectNode object -> {
        for (String name : object.propertyNames().toArray(String[]::new)) {
          object.set(name, veiled(object.get(name), expected.path(name)));
        }
        yield object;
      }
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          array.set(i, veiled(array.get(i), expected.path(i)));
        }
        yield array;
      }
      default -> {
        String shape = SHAPES.get(expected.asString(""));
        boolean fits = shape != null && told.isString() && told.asString().matches(shape);
        yield fits ? expected : told;
      }
    };
  }
}
