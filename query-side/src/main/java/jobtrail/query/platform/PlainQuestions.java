package jobtrail.query.platform;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jobtrail.http.DirectAnswers;
import jobtrail.http.HttpConfiguration;
import jobtrail.http.PlainRequests;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.filter.ServerHttpObservationFilter;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Hands the plainest questions straight to their controller: one thing by its id, as terminals ask
 * after each scan and whoever waits for a change asks again. Which these are the controllers' own
 * annotations say. Whatever is less plain goes through Spring MVC to the same method.
 */
@Component
@Order(HttpConfiguration.GATE_ORDER + 10)
final class PlainQuestions extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Pattern BY_ID = Pattern.compile("(/api/[a-z-]+/)\\{\\w+}");
  private static final List<String> CONDITIONS =
      List.of(
          HttpHeaders.IF_MATCH,
          HttpHeaders.IF_NONE_MATCH,
          HttpHeaders.IF_MODIFIED_SINCE,
          HttpHeaders.IF_UNMODIFIED_SINCE);

  private final transient ReadYourWrites readYourWrites;
  private final transient DirectAnswers answers;
  private transient volatile Map<String, Question> questions = Map.of();
  private transient volatile Set<String> others = Set.of();

  PlainQuestions(ReadYourWrites readYourWrites, DirectAnswers answers) {
    this.readYourWrites = readYourWrites;
    this.answers = answers;
  }

  private record Question(String pattern, List<String> views, HandlerMethod method) {

    ResponseEntity<?> answer(String id) {
      return (ResponseEntity<?>)
          Objects.requireNonNull(
              ReflectionUtils.invokeMethod(method.getMethod(), method.getBean(), id));
    }
  }

  /** Looks once at what the controllers serve. */
  @EventListener
  void started(ContextRefreshedEvent event) {
    Map<String, Question> found = new HashMap<>();
    Set<String> literal = new HashSet<>();
    event
        .getApplicationContext()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((mapped, method) -> {
          literal.addAll(mapped.getDirectPaths());
          Matcher byId = BY_ID.matcher(String.join(" ", mapped.getPatternValues()));
          Reads reads = method.getMethodAnnotation(Reads.class);
          if (reads != null && byId.matches() && asksOnlyById(mapped, method)) {
            found.put(
                byId.group(1),
                new Question(
                    byId.group(), List.of(reads.value()), method.createWithResolvedBean()));
          }
        });
    others = literal;
    questions = found;
  }

  private static boolean asksOnlyById(RequestMappingInfo mapped, HandlerMethod method) {
    MethodParameter[] parameters = method.getMethodParameters();
    return mapped.getMethodsCondition().getMethods().equals(Set.of(RequestMethod.GET))
        && mapped.getParamsCondition().isEmpty()
        && mapped.getHeadersCondition().isEmpty()
        && mapped.getConsumesCondition().isEmpty()
        && mapped.getProducesCondition().isEmpty()
        && parameters.length == 1
        && parameters[0].hasParameterAnnotation(PathVariable.class)
        && parameters[0].getParameterType() == String.class
        && method.getReturnType().getParameterType() == ResponseEntity.class;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String address = request.getRequestURI();
    int slash = address.lastIndexOf('/') + 1;
    Question question = plain(request) ? questions.get(address.substring(0, slash)) : null;
    String id = address.substring(slash);
    if (question == null || !PlainRequests.isId(id) || others.contains(address)) {
      chain.doFilter(request, response);
    } else {
      serve(question, id, request, response);
    }
  }

  private void serve(
      Question question, String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ServerHttpObservationFilter.findObservationContext(request)
        .ifPresent(measured -> measured.setPathPattern(question.pattern()));
    try {
      Lock reading = readYourWrites.begin(question.views(), () -> Set.of(id), request, response);
      try {
        answers.write(question.answer(id), response);
      } finally {
        reading.unlock();
      }
    } catch (RuntimeException thrown) {
      answers.refuse(thrown, request, response);
    }
  }

  private static boolean plain(HttpServletRequest request) {
    return HttpMethod.GET.matches(request.getMethod())
        && PlainRequests.plain(request)
        && request.getContentLengthLong() <= 0
        && CONDITIONS.stream().allMatch(header -> request.getHeader(header) == null);
  }
}
