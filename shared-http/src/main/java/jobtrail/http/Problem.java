package jobtrail.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * The body of every error: a problem of RFC 9457, and beside it the members that older clients
 * read.
 */
record Problem(
    String type,
    String title,
    int status,
    String detail,
    @Nullable String instance,
    int statusCode,
    String message,
    String code,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FieldError> errors,
    @JsonAnyGetter Map<String, Object> properties) {

  static final String MEDIA_TYPE = "application/problem+json";

  private static final JsonMapper JSON = JsonRules.strict(JsonMapper.builder()).build();

  static Problem of(RequestRefused refused, HttpServletRequest request) {
    HttpStatus status = HttpStatus.resolve(refused.status());
    return new Problem(
        "about:blank",
        status == null ? "Error " + refused.status() : status.getReasonPhrase(),
        refused.status(),
        refused.detail(),
        instanceOf(request),
        refused.status(),
        refused.detail(),
        refused.code(),
        refused.errors(),
        refused.properties());
  }

  byte[] json() {
    return JSON.writeValueAsBytes(this);
  }

  /** Answers with the problem where no controller is there to do it. */
  static void write(
      RequestRefused refused, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] body = of(refused, request).json();
    response.setStatus(refused.status());
    refused.headers().forEach(response::setHeader);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setContentType(MEDIA_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** Where it happened; null when that is no address at all. */
  static @Nullable String instanceOf(HttpServletRequest request) {
    Object forwarded = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
    String path = forwarded == null ? request.getRequestURI() : forwarded.toString();
    try {
      return path == null ? null : new URI(path).toString();
    } catch (URISyntaxException notAnAddress) {
      return null;
    }
  }
}
