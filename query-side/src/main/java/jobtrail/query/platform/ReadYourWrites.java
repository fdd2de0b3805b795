package jobtrail.query.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jobtrail.http.LedgerPosition;
import jobtrail.http.RequestRefused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets a question wait until the views hold what its asker has already seen. Waits before anything
 * is read, and holds no connection meanwhile; from then on until the answer is written no view is
 * emptied.
 */
@Component
class ReadYourWrites implements HandlerInterceptor, WebMvcConfigurer {

  private static final List<String> ID_PARAMETERS =
      List.of("jobId", "jobIds", "job", "pathId", "stepId");

  private static final String READING = ReadYourWrites.class.getName();

  private final Positions positions;
  private final ParkedSql parked;
  private final ViewSettings settings;

  ReadYourWrites(Positions positions, ParkedSql parked, ViewSettings settings) {
    this.positions = positions;
    this.parked = parked;
    this.settings = settings;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    Reads reads =
        handler instanceof HandlerMethod method ? method.getMethodAnnotation(Reads.class) : null;
    if (reads != null) {
      List<String> views = List.of(reads.value());
      request.setAttribute(READING, begin(views, () -> idsIn(request), request, response));
    }
    return true;
  }

  /**
   * Waits until the views hold what the asker has seen, and says in the answer how far they are.
   *
   * @param ids what the question names; only asked for when the asker has seen something
   * @return to be unlocked once the answer is written
   * @throws RequestRefused 503 when the views do not hold it in time, 400 when nobody can tell what
   *     was seen
   */
  Lock begin(
      List<String> views,
      Supplier<Set<String>> ids,
      HttpServletRequest request,
      HttpServletResponse response) {
    OptionalLong seen = LedgerPosition.of(request);
    Lock reading = lockedWhenThere(views, seen);
    try {
      vouch(response, views, ids, seen);
    } catch (RuntimeException refused) {
      reading.unlock();
      throw refused;
    }
    return reading;
  }

  /** Waits for the views without the lock: who empties one needs it. */
  @SuppressWarnings("LockNotBeforeTry") // Whoever gets it releases it when the answer is written.
  private Lock lockedWhenThere(List<String> views, OptionalLong seen) {
    long position = seen.orElse(0);
    long deadline = System.nanoTime() + settings.patience().toNanos();
    Lock reading = positions.reading();
    while (true) {
      Duration left = Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
      positions.await(views, position, left);
      reading.lock();
      if (left.isZero()
          || positions.applied(views) >= position
          || Thread.currentThread().isInterrupted()) {
        return reading;
      }
      reading.unlock();
    }
  }

  /** Says how far the answer will know, at least; refuses when that is not far enough. */
  private void vouch(
      HttpServletResponse response,
      List<String> views,
      Supplier<Set<String>> ids,
      OptionalLong seen) {
    long applied = positions.applied(views);
    LedgerPosition.write(response, applied);
    if (seen.isPresent()) {
      refuseIfParked(ids, views, seen.getAsLong());
      if (applied < seen.getAsLong()) {
        throw RequestRefused.unavailable(
                "view-behind", "The answer does not know position " + seen.getAsLong() + " yet")
            .with("position", applied);
      }
    }
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception failure) {
    if (request.getAttribute(READING) instanceof Lock reading) {
      request.removeAttribute(READING);
      reading.unlock();
    }
  }

  private void refuseIfParked(Supplier<Set<String>> named, List<String> views, long seen) {
    Set<String> ids = named.get();
    if (!ids.isEmpty() && !positions.sureOfAll(views, seen) && parked.touches(views, ids)) {
      throw RequestRefused.unavailable(
          "view-parked",
          "An event of this job could not be applied; the view has to be mended first");
    }
  }

  private static Set<String> idsIn(HttpServletRequest request) {
    Set<String> ids = new LinkedHashSet<>();
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
        instanceof Map<?, ?> variables) {
      variables.values().forEach(value -> ids.add(value.toString()));
    }
    for (String name : ID_PARAMETERS) {
      String[] said = request.getParameterValues(name);
      if (said != null) {
        // Of jobIds one parameter may name several.
        Stream.of(said).flatMap(each -> Stream.of(each.split(",", -1))).forEach(ids::add);
      }
    }
    return ids;
  }
}
