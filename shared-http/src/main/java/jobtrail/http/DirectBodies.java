package jobtrail.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads small bodies for who serves a request without Spring MVC: the same records. */
public final class DirectBodies {

  private static final int MOST_BYTES = 4_096;

  /** As clients send it; who says it in another way is understood by Spring MVC. */
  private static final Set<String> TYPES =
      Set.of(
          "application/json", "application/json;charset=utf-8", "application/json; charset=utf-8");

  private final JsonMapper json;
  private final Checked checked;

  DirectBodies(JsonMapper json, Checked checked) {
    this.json = json;
    this.checked = checked;
  }

  /** Whether the request says that it brings a small body of JSON. */
  public boolean announcedBy(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null
        && TYPES.contains(type.toLowerCase(Locale.ROOT))
        && request.getContentLengthLong() <= MOST_BYTES;
  }

  /**
   * The bytes of an announced body; the request has none left then.
   *
   * @throws RequestRefused 400 when it breaks off
   */
  public byte[] bytes(HttpServletRequest request) {
    try {
      return request.getInputStream().readNBytes(MOST_BYTES);
    } catch (IOException cutOff) {
      throw RequestRefused.ofStatus(400);
    }
  }

  /** A request whose body was read already, to be read once more. */
  public HttpServletRequest again(HttpServletRequest request, byte[] body) {
    return new BodyAgain(request, body);
  }

  /**
   * The body as a controller would get it; null when that would refuse it, which is for the
   * controller to tell.
   */
  public <B> @Nullable B read(byte[] body, Class<B> type) {
    try {
      JsonScan.check(body);
      B value = json.readValue(body, type);
      return value == null || !checked.faults(value).isEmpty() ? null : value;
    } catch (RequestRefused | JacksonException refused) {
      return null;
    }
  }
}
