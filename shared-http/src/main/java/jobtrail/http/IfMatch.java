package jobtrail.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;

/**
 * Which versions the caller is ready to change. A controller may take it as an argument.
 *
 * @param any no condition was named, or {@code *}
 * @param tags the strong tags that were named, with their quotes; weak ones never match
 */
public record IfMatch(boolean any, List<String> tags) {

  /** No condition at all. */
  public static final IfMatch ABSENT = new IfMatch(true, List.of());

  private static final Pattern TAG =
      Pattern.compile("[ \\t]*(?:(W/)?(\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"))?[ \\t]*(,|$)");

  public IfMatch {
    tags = List.copyOf(tags);
  }

  /**
   * What the request's {@code If-Match} says.
   *
   * @throws RequestRefused 400 when it is neither {@code *} nor a list of entity tags
   */
  public static IfMatch of(HttpServletRequest request) {
    List<String> values = Collections.list(request.getHeaders(HttpHeaders.IF_MATCH));
    if (values.isEmpty()) {
      return ABSENT;
    }
    String said = String.join(",", values).strip();
    return said.equals("*") ? ABSENT : new IfMatch(false, strongTags(said));
  }

  /** Whether a change of {@code version} is wanted. */
  public boolean matches(long version) {
    return any || tags.contains(ETags.of(version));
  }

  /**
   * Refuses when {@code version} is not what the caller saw.
   *
   * @throws RequestRefused 412 with the current version as {@code ETag}
   */
  public void check(long version) {
    if (!matches(version)) {
      throw RequestRefused.staleVersion(version);
    }
  }

  private static List<String> strongTags(String said) {
    List<String> strong = new ArrayList<>();
    boolean named = false;
    Matcher matcher = TAG.matcher(said);
    int at = 0;
    while (at < said.length()) {
      matcher.region(at, said.length());
      if (!matcher.lookingAt()) {
        throw garbage();
      }
      named |= matcher.group(2) != null;
      if (matcher.group(1) == null && matcher.group(2) != null) {
        strong.add(matcher.group(2));
      }
      at = matcher.end();
    }
    if (!named) {
      throw garbage();
    }
    return strong;
  }

  private static RequestRefused garbage() {
    return RequestRefused.invalid(
        HttpHeaders.IF_MATCH, "must be * or a list of entity tags such as \"3\"");
  }
}
