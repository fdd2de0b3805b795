package jobtrail.command.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jobtrail.http.DirectAnswers;
import jobtrail.http.DirectBodies;
import jobtrail.http.IfMatch;
import jobtrail.http.LedgerPosition;
import jobtrail.http.PlainRequests;
import jobtrail.http.RequestRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

/**
 * Hands the plainest requests straight to their controller: a POST that names an id and brings no
 * query and at most a few bytes of JSON, as terminals send thousands of times a second. Spring
 * MVC's way from the address to the method and from the result to the bytes took a third of the
 * time of such a request; whatever is less plain still goes that way, to the same method, and so
 * does a body in which something is wrong.
 */
public final class PlainCommands extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private final transient CallerArgument callers;
  private final transient DirectBodies bodies;
  private final transient DirectAnswers answers;
  private final transient List<Endpoint<?>> endpoints = new CopyOnWriteArrayList<>();

  PlainCommands(CallerArgument callers, DirectBodies bodies, DirectAnswers answers) {
    this.callers = callers;
    this.bodies = bodies;
    this.answers = answers;
  }

  /** A controller's method; its body is null when the request brings none. */
  @FunctionalInterface
  public interface Method<B> {
    ResponseEntity<Object> answer(String id, @Nullable B body, IfMatch ifMatch, Caller caller);
  }

  private record Endpoint<B>(String before, String after, Class<B> type, Method<B> method) {

    /** The id in the address; null when the address is another one's. */
    @Nullable String idIn(String address) {
      int end = address.length() - after.length();
      if (end <= before.length() || !address.startsWith(before) || !address.endsWith(after)) {
        return null;
      }
      String id = address.substring(before.length(), end);
      return PlainRequests.isId(id) ? id : null;
    }
  }

  /** Serves {@code before + id + after} from now on. */
  public <B> void serve(String before, String after, Class<B> type, Method<B> method) {
    endpoints.add(new Endpoint<>(before, after, type, method));
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (plain(request)) {
      String address = request.getRequestURI();
      for (Endpoint<?> endpoint : endpoints) {
        String id = endpoint.idIn(address);
        if (id != null) {
          serve(endpoint, id, request, response, chain);
          return;
        }
      }
    }
    chain.doFilter(request, response);
  }

  private <B> void serve(
      Endpoint<B> endpoint,
      String id,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws IOException, ServletException {
    if (request.getContentLengthLong() <= 0) {
      answer(endpoint, id, null, request, response);
      return;
    }
    byte[] bytes;
    try {
      bytes = bodies.bytes(request);
    } catch (RequestRefused brokenOff) {
      answers.refuse(brokenOff, request, response);
      return;
    }
    B body = bodies.read(bytes, endpoint.type());
    if (body == null) {
      chain.doFilter(bodies.again(request, bytes), response);
    } else {
      answer(endpoint, id, body, request, response);
    }
  }

  private <B> void answer(
      Endpoint<B> endpoint,
      String id,
      @Nullable B body,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    ResponseEntity<Object> answer;
    try {
      answer = endpoint.method().answer(id, body, IfMatch.of(request), callers.callerOf(request));
    } catch (RuntimeException thrown) {
      answers.refuse(thrown, request, response);
      return;
    }
    answers.write(answer, response);
  }

  /** Little to read but the address and who calls, and JSON is wanted. */
  private boolean plain(HttpServletRequest request) {
    return HttpMethod.POST.matches(request.getMethod())
        && PlainRequests.plain(request)
        && (request.getContentLengthLong() <= 0 || bodies.announcedBy(request))
        && request.getHeader(LedgerPosition.HEADER) == null;
  }
}
