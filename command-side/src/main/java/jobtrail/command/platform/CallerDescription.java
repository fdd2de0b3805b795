package jobtrail.command.platform;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.web.method.HandlerMethod;

/** Describes the headers behind a {@link Caller} in the OpenAPI page. */
final class CallerDescription implements GlobalOperationCustomizer {

  private static final Map<String, String> HEADERS = new LinkedHashMap<>();

  static {
    HEADERS.put(
        "X-Actor", "Who does it, a user id; `anonymous` when absent. A `userId` in the body wins");
    HEADERS.put("X-Terminal", "The device it is done at");
    HEADERS.put(
        "X-Occurred-At",
        "When it happened on the floor, ISO-8601; the time of receipt when absent");
    HEADERS.put("X-Correlation-Id", "Ties together what belongs to one piece of work");
  }

  CallerDescription() {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    if (Arrays.stream(handler.getMethodParameters())
        .anyMatch(p -> p.getParameterType() == Caller.class)) {
      HEADERS.forEach((name, description) ->
          operation.addParametersItem(
              new Parameter()
                  .in("header")
                  .name(name)
                  .description(description)
                  .schema(new StringSchema())));
    }
    return operation;
  }
}
