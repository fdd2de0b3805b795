package jobtrail.http;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;

/** Puts into the OpenAPI description what all endpoints have in common. */
final class ApiDescription implements GlobalOpenApiCustomizer, GlobalOperationCustomizer {

  private static final String PROBLEM = "#/components/schemas/Problem";

  private final String version;

  ApiDescription(String version) {
    this.version = version;
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Page.class, IfMatch.class);
  }

  @Override
  public void customise(OpenAPI api) {
    api.setInfo(
        new Info()
            .title("Jobtrail")
            .version(version)
            .description("Event-sourced tracking of production jobs on a shop floor."));
    if (api.getComponents() == null) {
      api.setComponents(new Components());
    }
    api.getComponents().addSchemas("FieldError", fieldError());
    api.getComponents().addSchemas("Problem", problem());
    if (api.getPaths() != null) {
      api.getPaths().values().stream()
          .flatMap(path -> path.readOperations().stream())
          .forEach(ApiDescription::addErrors);
    }
  }

  @Override
  public Operation customize(Operation operation, HandlerMethod handler) {
    for (MethodParameter parameter : handler.getMethodParameters()) {
      if (parameter.getParameterType() == Page.class) {
        operation.addParametersItem(number("limit", "Most entries to answer", Page.MAX_LIMIT));
        operation.addParametersItem(number("cursor", "Go on after this position", Long.MAX_VALUE));
      } else if (parameter.getParameterType() == IfMatch.class) {
        operation.addParametersItem(
            new Parameter()
                .in("header")
                .name(HttpHeaders.IF_MATCH)
                .description("Change only this version, as its ETag named it")
                .schema(text()));
      }
    }
    operation.addParametersItem(
        new Parameter()
            .in("header")
            .name(LedgerPosition.HEADER)
            .description("What the caller has seen: the answer knows the ledger up to here")
            .schema(typed("integer")));
    return operation;
  }

  private static void addErrors(Operation operation) {
    ApiResponses responses =
        operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
    responses.forEach(
        (status, response) -> response.addHeaderObject(LedgerPosition.HEADER, position()));
    responses.putIfAbsent("400", error("The request is malformed or invalid"));
    responses.putIfAbsent("500", error("Something went wrong on our side"));
    responses.putIfAbsent("default", error("The request is refused; `code` says why"));
    operation.setResponses(responses);
  }

  private static ApiResponse error(String description) {
    return new ApiResponse()
        .description(description)
        .content(
            new Content()
                .addMediaType(
                    Problem.MEDIA_TYPE, new MediaType().schema(new Schema<>().$ref(PROBLEM))));
  }

  private static Parameter number(String name, String description, long max) {
    Schema<?> schema = typed("integer");
    schema.setMinimum(java.math.BigDecimal.ONE);
    schema.setMaximum(java.math.BigDecimal.valueOf(max));
    return new Parameter().in("query").name(name).description(description).schema(schema);
  }

  private static Schema<?> problem() {
    Schema<?> schema = typed("object");
    for (String name : List.of("type", "title", "detail", "instance", "message", "code")) {
      schema.addProperty(name, text());
    }
    schema.addProperty("status", typed("integer"));
    schema.addProperty("statusCode", typed("integer"));
    Schema<?> errors = typed("array");
    errors.setItems(new Schema<>().$ref("#/components/schemas/FieldError"));
    schema.addProperty("errors", errors);
    schema.addProperty("serial", seen("The serial as the refused command found it"));
    schema.addProperty("item", seen("The job item as the refused command found it"));
    schema.addProperty("lastMove", seen("How that item came to where it is"));
    schema.addProperty("state", text());
    Schema<?> allowed = typed("array");
    allowed.setItems(text());
    schema.addProperty("allowed", allowed);
    schema.addProperty("difference", seen("What an order of jobs lacks, and what it has too much"));
    schema.setRequired(
        List.of("type", "title", "status", "detail", "statusCode", "message", "code"));
    return schema;
  }

  /** What a refusal saw, in the shape in which it is answered elsewhere. */
  private static Schema<?> seen(String description) {
    Schema<?> schema = typed("object");
    schema.setDescription(description);
    schema.setAdditionalProperties(true);
    return schema;
  }

  private static Schema<?> fieldError() {
    Schema<?> schema = typed("object");
    schema.addProperty("field", text());
    schema.addProperty("message", text());
    schema.setRequired(List.of("field", "message"));
    return schema;
  }

  private static Header position() {
    return new Header()
        .description("How far into the ledger this answer knows")
        .schema(typed("integer"));
  }

  private static Schema<?> text() {
    return typed("string");
  }

  // OpenAPI 3.1 and 3.0 keep it in different places of the model.
  private static Schema<?> typed(String type) {
    Schema<?> schema = new Schema<>();
    schema.setType(type);
    schema.setTypes(Set.of(type));
    return schema;
  }
}
