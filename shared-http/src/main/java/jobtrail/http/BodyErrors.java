package jobtrail.http;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.ValueInstantiationException;
import tools.jackson.databind.json.JsonMapper;

/** Says in the shop's words why a body's JSON does not fit what the endpoint takes. */
final class BodyErrors {

  private static final Set<Class<?>> WHOLE =
      Set.of(
          int.class,
          long.class,
          short.class,
          Integer.class,
          Long.class,
          Short.class,
          BigInteger.class);

  private final JsonMapper json;

  BodyErrors(JsonMapper json) {
    this.json = json;
  }

  RequestRefused refusalFor(HttpMessageNotReadableException unreadable) {
    return switch (unreadable.getCause()) {
      case null -> new RequestRefused(400, "body-required", "A JSON body is required");
      case IOException cutOff -> RequestRefused.ofStatus(400);
      case InputCoercionException tooBig -> at(tooBig, "is out of range");
      case ValueInstantiationException refusedByType ->
          at(refusedByType, valueMessage(refusedByType.getType().getRawClass()));
      case MismatchedInputException mismatch -> at(mismatch, messageFor(mismatch));
      default -> RequestRefused.malformed("The body is not well-formed JSON");
    };
  }

  /** What a value must be to become a {@code target}. */
  String expectation(@Nullable Class<?> target) {
    if (target == null) {
      return "is not valid";
    }
    if (target.isEnum()) {
      return "must be one of: "
          + Arrays.stream(target.getEnumConstants())
              .map(constant -> json.valueToTree(constant).asString())
              .collect(Collectors.joining(", "));
    }
    if (WHOLE.contains(target) || Number.class.isAssignableFrom(target) || isFraction(target)) {
      return "must be a number";
    }
    if (target == boolean.class || target == Boolean.class) {
      return "must be true or false";
    }
    if (CharSequence.class.isAssignableFrom(target)) {
      return "must be text";
    }
    if (Temporal.class.isAssignableFrom(target)) {
      return "must be a time such as " + JsonRules.text(Instant.EPOCH);
    }
    if (Collection.class.isAssignableFrom(target) || target.isArray()) {
      return "must be a list";
    }
    Class<?> written = writtenAs(target);
    return written == null ? "must be an object" : expectation(written);
  }

  /** The type that stands in the JSON for a record of one value, such as an id. */
  private static @Nullable Class<?> writtenAs(Class<?> target) {
    RecordComponent @Nullable [] components = target.getRecordComponents();
    return components != null
            && components.length == 1
            && components[0].getAccessor().isAnnotationPresent(JsonValue.class)
        ? components[0].getType()
        : null;
  }

  private String messageFor(MismatchedInputException mismatch) {
    Class<?> target = mismatch.getTargetType();
    JsonToken token = tokenOf(mismatch);
    boolean nothingThere = token == JsonToken.VALUE_NULL || token == JsonToken.END_OBJECT;
    if (nothingThere && target != null && target.isPrimitive()) {
      return "is required";
    }
    if (token == JsonToken.VALUE_NUMBER_FLOAT && target != null && WHOLE.contains(target)) {
      return "must be a whole number";
    }
    return expectation(target);
  }

  private String valueMessage(Class<?> target) {
    return target.isEnum() ? expectation(target) : "is not valid";
  }

  private static boolean isFraction(Class<?> target) {
    return target == double.class || target == float.class;
  }

  private static @Nullable JsonToken tokenOf(MismatchedInputException mismatch) {
    JsonToken token = mismatch.getCurrentToken();
    return token == null && mismatch.processor() instanceof JsonParser parser
        ? parser.currentToken()
        : token;
  }

  private static RequestRefused at(JacksonException failure, String message) {
    String field = pathOf(failure.getPath());
    return field.isEmpty()
        ? new RequestRefused(400, "invalid-request", "The body " + message)
        : RequestRefused.invalid(field, message);
  }

  private static String pathOf(List<JacksonException.Reference> references) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference reference : references) {
      String name = reference.getPropertyName();
      if (name == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(name);
      }
    }
    return path.toString();
  }
}
