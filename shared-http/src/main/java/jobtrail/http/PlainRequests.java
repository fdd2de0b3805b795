package jobtrail.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Enumeration;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * The plainest requests, of which there are thousands a second: an id in the address says all, and
 * JSON is wanted. They can be served without Spring MVC, whose way from the address to the method
 * and from the result to the bytes costs more than what they ask for.
 */
public final class PlainRequests {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private PlainRequests() {}

  /** Whether this is all that there is to an id: nothing in it has to be decoded. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  /** Whether address and headers ask for nothing that takes Spring MVC to give. */
  public static boolean plain(HttpServletRequest request) {
    // Only in HTTP/1 does a body always tell its length, or that it comes in pieces.
    if (!request.getProtocol().startsWith("HTTP/1")
        || request.getQueryString() != null
        || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null) {
      return false;
    }
    Enumeration<String> accepted = request.getHeaders(HttpHeaders.ACCEPT);
    return !accepted.hasMoreElements()
        || (wantsJson(accepted.nextElement()) && !accepted.hasMoreElements());
  }

  private static boolean wantsJson(String accepted) {
    return accepted.equals(MediaType.ALL_VALUE)
        || accepted.equals(MediaType.APPLICATION_JSON_VALUE);
  }
}
