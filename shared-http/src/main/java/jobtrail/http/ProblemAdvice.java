package jobtrail.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers what a controller threw. The last of all advices, since it takes everything. */
@RestControllerAdvice(name = "httpProblemAdvice")
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final Pattern CORRELATION_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

  /** What follows in a customer's link, and wherever else it stands whatever is as long as it. */
  private static final Pattern SECRET =
      Pattern.compile("(?<=/customer/proofs/)[^/]+|[A-Za-z0-9_-]{43,}");

  private final Refusals refusals;

  ProblemAdvice(Refusals refusals) {
    this.refusals = refusals;
  }

  @ExceptionHandler(Exception.class)
  @Nullable ResponseEntity<byte[]> answer(
      Exception thrown, HttpServletRequest request, HttpServletResponse response) {
    if (thrown instanceof AsyncRequestNotUsableException || response.isCommitted()) {
      log.debug("Nobody is left to answer", thrown);
      return null;
    }
    RequestRefused known = refusals.refusalFor(thrown);
    RequestRefused refused = known == null ? unforeseen(thrown, request) : known;
    HttpHeaders headers = new HttpHeaders();
    refused.headers().forEach(headers::set);
    headers.setCacheControl("no-store");
    headers.setContentType(MediaType.parseMediaType(Problem.MEDIA_TYPE));
    return ResponseEntity.status(refused.status())
        .headers(headers)
        .body(Problem.of(refused, request).json());
  }

  static RequestRefused unforeseen(Throwable thrown, HttpServletRequest request) {
    String said = request.getHeader("X-Correlation-Id");
    String id =
        said != null && CORRELATION_ID.matcher(said).matches()
            ? said
            : UUID.randomUUID().toString();
    log.error(
        "{} {} failed, correlation id {}",
        request.getMethod(),
        loggable(Problem.instanceOf(request)),
        id,
        thrown);
    return RequestRefused.ofStatus(500).with("correlationId", id);
  }

  /** The path without what opens a customer's proof to whoever reads it. */
  static @Nullable String loggable(@Nullable String path) {
    return path == null ? null : SECRET.matcher(path).replaceAll("***");
  }
}
