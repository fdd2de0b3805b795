package jobtrail.command.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import jobtrail.http.Headers;
import jobtrail.http.RequestRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Reads the {@link Caller} from {@code X-Actor}, {@code X-Terminal}, {@code X-Occurred-At} and
 * {@code X-Correlation-Id}.
 */
final class CallerArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

  private static final String OCCURRED_AT = "X-Occurred-At";
  private static final int ID_LENGTH = 64;

  /** Clocks of terminals run ahead a little; more than this is a mistake. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private final Clock clock;

  CallerArgument(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Caller.class;
  }

  @Override
  public Caller resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest webRequest,
      @Nullable WebDataBinderFactory binders) {
    return callerOf(Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class)));
  }

  /**
   * Who sends this request.
   *
   * @throws RequestRefused 400 when one of the headers cannot be read
   */
  Caller callerOf(HttpServletRequest request) {
    return new Caller(
        Objects.requireNonNullElse(Headers.text(request, "X-Actor", ID_LENGTH), Caller.ANONYMOUS),
        Headers.text(request, "X-Terminal", ID_LENGTH),
        occurredAt(Headers.text(request, OCCURRED_AT, ID_LENGTH)),
        Headers.text(request, "X-Correlation-Id", ID_LENGTH));
  }

  private Instant occurredAt(@Nullable String said) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (said == null) {
      return now;
    }
    Instant stated;
    try {
      stated = OffsetDateTime.parse(said).toInstant().truncatedTo(ChronoUnit.MILLIS);
    } catch (DateTimeException e) {
      throw RequestRefused.invalid(OCCURRED_AT, "must be a time such as 2026-01-31T14:05:00Z");
    }
    if (stated.isAfter(now.plus(CLOCK_SKEW))) {
      throw RequestRefused.invalid(OCCURRED_AT, "must not lie more than 5 minutes ahead");
    }
    if (stated.isBefore(Instant.EPOCH)) {
      throw RequestRefused.invalid(OCCURRED_AT, "must not lie before 1970");
    }
    return stated;
  }
}
