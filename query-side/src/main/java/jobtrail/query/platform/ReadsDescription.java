package jobtrail.query.platform;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import jobtrail.http.LedgerPosition;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Describes what every question to the views may say and is answered. */
@Component
class ReadsDescription implements GlobalOperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    if (method.hasMethodAnnotation(Reads.class)) {
      operation.addParametersItem(
          new HeaderParameter()
              .name(LedgerPosition.HEADER)
              .description("Answer only once the views hold this position; 503 when not in time")
              .schema(new IntegerSchema().format("int64")));
      operation
          .getResponses()
          .values()
          .forEach(response ->
              response.addHeaderObject(
                  LedgerPosition.HEADER,
                  new Header()
                      .description("How far the views were at least")
                      .schema(new IntegerSchema().format("int64"))));
    }
    return operation;
  }
}
