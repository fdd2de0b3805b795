package jobtrail.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for. A controller may take it as an argument.
 *
 * @param limit most entries to answer
 * @param cursor position of the last entry already seen; null for the list's beginning
 */
public record Page(int limit, @Nullable Long cursor) {

  /** Entries when the caller names no limit. */
  public static final int DEFAULT_LIMIT = 1000;

  /** Most entries in one answer. */
  public static final int MAX_LIMIT = 5000;

  /**
   * What the request's {@code limit} and {@code cursor} say.
   *
   * @throws RequestRefused 400 naming the parameter at fault
   */
  public static Page of(HttpServletRequest request) {
    String limit = parameter(request, "limit");
    String cursor = parameter(request, "cursor");
    return new Page(
        limit == null ? DEFAULT_LIMIT : (int) WholeNumber.parse("limit", limit, 1, MAX_LIMIT),
        cursor == null ? null : WholeNumber.parse("cursor", cursor, 1, Long.MAX_VALUE));
  }

  /** The value of the {@code Link} header that leads on; other query parameters stay. */
  public static String linkToNext(HttpServletRequest request, long nextCursor) {
    String query = request.getQueryString();
    Stream<String> kept =
        query == null
            ? Stream.empty()
            : Arrays.stream(query.split("&", -1))
                .filter(pair -> !pair.isEmpty() && !pair.split("=", -1)[0].equals("cursor"));
    String next =
        Stream.concat(kept, Stream.of("cursor=" + nextCursor)).collect(Collectors.joining("&"));
    return "<" + request.getRequestURI() + "?" + next + ">; rel=\"next\"";
  }

  private static @Nullable String parameter(HttpServletRequest request, String name) {
    String[] values = request.getParameterValues(name);
    if (values == null) {
      return null;
    }
    if (values.length > 1) {
      throw RequestRefused.invalid(name, "is given more than once");
    }
    return values[0];
  }
}
