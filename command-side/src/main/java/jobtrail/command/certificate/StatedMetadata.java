package jobtrail.command.certificate;

import java.util.List;
import java.util.Map;
import jobtrail.http.RequestRefused;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How much an issuer may state about a certificate: any JSON object, within limits. */
final class StatedMetadata {

  private static final String FIELD = "metadata";
  private static final int DEEPEST = 8;
  private static final int LONGEST = 10_000;

  private StatedMetadata() {}

  /**
   * Looks at what was stated.
   *
   * @throws RequestRefused 400 when it is nested too deeply, too long, or has a number that cannot
   *     be kept
   */
  static void check(@Nullable Map<String, Object> metadata, JsonMapper json) {
    if (metadata != null) {
      walk(metadata, FIELD, 1);
      if (json.writeValueAsString(metadata).length() > LONGEST) {
        throw RequestRefused.invalid(
            FIELD, "cannot be longer than " + LONGEST + " characters of JSON");
      }
    }
  }

  private static void walk(@Nullable Object value, String field, int depth) {
    switch (value) {
      case Map<?, ?> members -> {
        notTooDeep(depth);
        members.forEach((name, member) -> walk(member, field + "." + name, depth + 1));
      }
      case List<?> items -> {
        notTooDeep(depth);
        for (int i = 0; i < items.size(); i++) {
          walk(items.get(i), field + "[" + i + "]", depth + 1);
        }
      }
      case Double number when !Double.isFinite(number) ->
          throw RequestRefused.invalid(field, "is out of range");
      case null, default -> {}
    }
  }

  private static void notTooDeep(int depth) {
    if (depth > DEEPEST) {
      throw RequestRefused.invalid(FIELD, "cannot be nested more than " + DEEPEST + " deep");
    }
  }
}
