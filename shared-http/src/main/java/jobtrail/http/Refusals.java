package jobtrail.http;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.dao.UncategorizedDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import tools.jackson.databind.DatabindException;

/** Knows which refusal answers which exception. */
public final class Refusals {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final long WARN_EVERY_NANOS = 10_000_000_000L;
  private static final String POOL_SAYS_CLOSED = "Connection is closed";

  private final AtomicLong lastWarned = new AtomicLong(System.nanoTime() - WARN_EVERY_NANOS);
  private final BodyErrors bodies;
  private final List<RefusalSource> sources;

  Refusals(BodyErrors bodies, List<RefusalSource> sources) {
    this.bodies = bodies;
    this.sources = List.copyOf(sources);
  }

  /**
   * What is to be answered to {@code thrown}, for who answers with something else than a problem's
   * JSON. What nobody foresaw is logged, and is our fault.
   */
  public RequestRefused told(Throwable thrown, HttpServletRequest request) {
    RequestRefused known = refusalFor(thrown);
    return known == null ? ProblemAdvice.unforeseen(thrown, request) : known;
  }

  /** The answer to {@code thrown}; null when nobody foresaw it. */
  @Nullable RequestRefused refusalFor(Throwable thrown) {
    for (RefusalSource source : sources) {
      RequestRefused refused = source.refusalFor(thrown);
      if (refused != null) {
        return refused;
      }
    }
    return switch (thrown) {
      case RequestRefused refused -> refused;
      case HttpMessageNotReadableException unreadable -> bodies.refusalFor(unreadable);
      case MethodArgumentNotValidException invalid ->
          RequestRefused.invalid(ValidationErrors.of(invalid.getBindingResult()));
      case HandlerMethodValidationException invalid when invalid.isForReturnValue() -> null;
      case HandlerMethodValidationException invalid ->
          RequestRefused.invalid(ValidationErrors.of(invalid.getParameterValidationResults()));
      case MethodArgumentTypeMismatchException mismatch ->
          RequestRefused.invalid(
              mismatch.getName(), bodies.expectation(mismatch.getRequiredType()));
      case MissingServletRequestParameterException missing ->
          RequestRefused.invalid(missing.getParameterName(), "is required");
      case MissingRequestHeaderException missing ->
          RequestRefused.invalid(missing.getHeaderName(), "is required");
      case ServletRequestBindingException unbound -> RequestRefused.ofStatus(400);
      case MaxUploadSizeExceededException tooLarge -> RequestRefused.ofStatus(413);
      // A form of ours that cannot be decoded, or is longer than such a form can be.
      case InvalidParameterException unreadable ->
          RequestRefused.ofStatus(unreadable.getErrorCode());
      case ErrorResponse spring -> ofSpring(spring);
      case DataAccessResourceFailureException lost -> databaseAway(lost);
      case TransientDataAccessException passing -> databaseAway(passing);
      case RecoverableDataAccessException lost -> databaseAway(lost);
      case CannotCreateTransactionException away -> databaseAway(away);
      case UncategorizedDataAccessException lost when connectionLost(lost) -> databaseAway(lost);
      // Something was asked of the database while JSON was written.
      case DatabindException wrapper when wrapper.getCause() instanceof DataAccessException cause ->
          refusalFor(cause);
      case CompletionException wrapper when wrapper.getCause() != null ->
          refusalFor(wrapper.getCause());
      case ExecutionException wrapper when wrapper.getCause() != null ->
          refusalFor(wrapper.getCause());
      default -> null;
    };
  }

  /** Ledger and views are one database. */
  private RequestRefused databaseAway(RuntimeException cause) {
    long now = System.nanoTime();
    long warned = lastWarned.get();
    if (now - warned > WARN_EVERY_NANOS && lastWarned.compareAndSet(warned, now)) {
      LOG.warn("A request found the database away, as others may: {}", cause.getMessage());
    }
    return RequestRefused.unavailable("ledger-unavailable", "The database cannot be reached now");
  }

  /**
   * Whether the connection went in the middle of something: by its SQLSTATE, or without one as the
   * pool says it.
   */
  private static boolean connectionLost(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state == null
            ? POOL_SAYS_CLOSED.equals(sql.getMessage())
            : state.startsWith("08") || state.startsWith("57P");
      }
    }
    return false;
  }

  /** Spring's own exceptions: status and headers are right, the words may quote our classes. */
  private static @Nullable RequestRefused ofSpring(ErrorResponse spring) {
    if (spring.getStatusCode().value() == 500) {
      return null;
    }
    RequestRefused refused = RequestRefused.ofStatus(spring.getStatusCode().value());
    HttpHeaders headers = spring.getHeaders();
    for (String name : headers.headerNames()) {
      refused = refused.withHeader(name, String.join(", ", headers.getOrEmpty(name)));
    }
    return refused;
  }
}
