package jobtrail.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * A request gets this "no" for an answer. Its detail is written for the caller and is sent as it
 * stands.
 */
public class RequestRefused extends RuntimeException {

  private static final int FIELDS_IN_DETAIL = 10;

  private final int status;
  private final String code;
  private final String detail;
  private final List<FieldError> errors;
  private final Map<String, Object> properties;
  private final Map<String, String> headers;

  /** A refusal that blames no field. */
  public RequestRefused(int status, String code, String detail) {
    this(status, code, detail, List.of(), Map.of(), Map.of());
  }

  /**
   * A refusal with everything it may carry.
   *
   * @param code stable, in kebab-case
   * @param properties further members of the problem's JSON
   * @param headers further headers of the answer
   */
  public RequestRefused(
      int status,
      String code,
      String detail,
      List<FieldError> errors,
      Map<String, Object> properties,
      Map<String, String> headers) {
    // No stack trace: a refusal is an everyday answer, and taking one costs more than the rule.
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.errors = List.copyOf(errors);
    this.properties = Map.copyOf(properties);
    this.headers = Map.copyOf(headers);
  }

  /** 400: a field, parameter or header is at fault. */
  public static RequestRefused invalid(String field, String message) {
    return invalid(List.of(new FieldError(field, message)));
  }

  /** 400: some fields are at fault; the first one leads the detail. */
  public static RequestRefused invalid(List<FieldError> errors) {
    return new RequestRefused(400, "invalid-request", detailOf(errors), errors, Map.of(), Map.of());
  }

  /** 400 for a reason that has a code of its own. */
  public static RequestRefused badRequest(String code, String detail) {
    return new RequestRefused(400, code, detail);
  }

  /** 400: the body is not JSON as we take it. */
  public static RequestRefused malformed(String detail) {
    return new RequestRefused(400, "malformed-json", detail);
  }

  /** 404, for example {@code Job not found: job_x} with the code {@code job-not-found}. */
  public static RequestRefused notFound(String resource, String id) {
    return new RequestRefused(404, kebab(resource) + "-not-found", resource + " not found: " + id);
  }

  /** 404: no path has, or ever had, this step. */
  public static RequestRefused stepNotFound(String id) {
    return new RequestRefused(404, "step-not-found", "ProcessStep not found: " + id);
  }

  /** 409: the rules refuse, or it is there already. */
  public static RequestRefused conflict(String code, String detail) {
    return new RequestRefused(409, code, detail);
  }

  /** 412: the caller's {@code If-Match} speaks of another version than the current one. */
  public static RequestRefused staleVersion(long currentVersion) {
    return new RequestRefused(412, "stale-version", "The current version is " + currentVersion)
        .withHeader(HttpHeaders.ETAG, ETags.of(currentVersion));
  }

  /** 413: more bytes than a request may bring. */
  public static RequestRefused bodyTooLarge(long limit) {
    return new RequestRefused(413, "body-too-large", "The body is larger than " + limit + " bytes");
  }

  /** 503: not now; the caller may try again in a second. */
  public static RequestRefused unavailable(String code, String detail) {
    return new RequestRefused(503, code, detail).withHeader(HttpHeaders.RETRY_AFTER, "1");
  }

  /** What is said when all that is known is the status. */
  static RequestRefused ofStatus(int status) {
    HttpStatus known = HttpStatus.resolve(status);
    String phrase = known == null ? "Error " + status : known.getReasonPhrase();
    return switch (status) {
      case 400 -> new RequestRefused(400, "bad-request", "The request cannot be understood");
      case 404 -> new RequestRefused(404, "not-found", "There is nothing at this address");
      case 413 -> new RequestRefused(413, "body-too-large", "The body is too large");
      case 500 -> new RequestRefused(500, "internal-error", "Something went wrong on our side");
      default -> new RequestRefused(status, kebab(phrase), phrase);
    };
  }

  /** The same refusal with one more member in the problem's JSON. */
  public RequestRefused with(String property, Object value) {
    return new RequestRefused(
        status, code, detail, errors, plus(properties, property, value), headers);
  }

  /** The same refusal with one more header in the answer. */
  public RequestRefused withHeader(String name, String value) {
    return new RequestRefused(status, code, detail, errors, properties, plus(headers, name, value));
  }

  /** Status of the answer. */
  public int status() {
    return status;
  }

  /** The stable code, in kebab-case. */
  public String code() {
    return code;
  }

  /** What the caller is told. */
  public String detail() {
    return detail;
  }

  /** The fields at fault; empty when none is. */
  public List<FieldError> errors() {
    return errors;
  }

  /** Further members of the problem's JSON. */
  public Map<String, Object> properties() {
    return properties;
  }

  /** Further headers of the answer. */
  public Map<String, String> headers() {
    return headers;
  }

  private static String detailOf(List<FieldError> errors) {
    String named =
        errors.stream()
            .limit(FIELDS_IN_DETAIL)
            .map(FieldError::sentence)
            .collect(Collectors.joining("; "));
    int more = errors.size() - FIELDS_IN_DETAIL;
    return more > 0 ? named + "; and " + more + " more" : named;
  }

  private static String kebab(String words) {
    return words
        .replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .replaceAll("[^A-Za-z0-9]+", "-")
        .toLowerCase(Locale.ROOT);
  }

  private static <V> Map<String, V> plus(Map<String, V> map, String key, V value) {
    Map<String, V> more = new LinkedHashMap<>(map);
    more.put(key, value);
    return more;
  }
}
