package jobtrail.command.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import jobtrail.http.DirectAnswers;
import jobtrail.http.IfMatch;
import jobtrail.http.LedgerPosition;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Hands the plainest requests straight to their controller: a POST that names an id and brings
 * neither body nor query, as terminals send thousands of times a second. Spring MVC's way from the
 * address to the method and from the result to the bytes took a third of the time of such a
 * request; whatever is less plain still goes that way, to the same method.
 */
public final class PlainCommands extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private final transient CallerArgument callers;
  private final transient DirectAnswers answers;
  private final transient List<Endpoint> endpoints = new CopyOnWriteArrayList<>();

  PlainCommands(CallerArgument callers, DirectAnswers answers) {
    this.callers = callers;
    this.answers = answers;
  }

  /** A controller's method without its body. */
  @FunctionalInterface
  public interface Method {
    ResponseEntity<Object> answer(String id, IfMatch ifMatch, Caller caller);
  }

  private record Endpoint(String before, String after, Method method) {

    /** The id in the address; null when the address is another one's. */
    @Nullable String idIn(String address) {
      int end = address.length() - after.length();
      if (end <= before.length() || !address.startsWith(before) || !address.endsWith(after)) {
        return null;
      }
      String id = address.substring(before.length(), end);
      return ID.matcher(id).matches() ? id : null;
    }
  }

  /** Serves {@code before + id + after} from now on. */
  public void serve(String before, String after, Method method) {
    endpoints.add(new Endpoint(before, after, method));
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (plain(request)) {
      String address = request.getRequestURI();
      for (Endpoint endpoint : endpoints) {
        String id = endpoint.idIn(address);
        if (id != null) {
          serve(endpoint.method(), id, request, response);
          return;
        }
      }
    }
    chain.doFilter(request, response);
  }

  private void serve(
      Method method, String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ResponseEntity<Object> answer;
    try {
      answer = method.answer(id, IfMatch.of(request), callers.callerOf(request));
    } catch (RuntimeException thrown) {
      answers.refuse(thrown, request, response);
      return;
    }
    answers.write(answer, response);
  }

  /** Nothing to read but the address and who calls, and JSON is wanted. */
  private static boolean plain(HttpServletRequest request) {
    if (!HttpMethod.POST.matches(request.getMethod())
        // Only there does a body always tell its length, or that it comes in pieces.
        || !request.getProtocol().startsWith("HTTP/1")
        || request.getQueryString() != null
        || request.getContentLengthLong() > 0
        || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null
        || request.getHeader(LedgerPosition.HEADER) != null) {
      return false;
    }
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept == null
        || accept.equals(MediaType.ALL_VALUE)
        || accept.equals(MediaType.APPLICATION_JSON_VALUE);
  }
}
