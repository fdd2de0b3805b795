package jobtrail.command.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.OptionalLong;
import jobtrail.http.LedgerPosition;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Whoever says what they have seen is answered with routes at least as new: a command, and a
 * question that the rules answer.
 */
final class NewEnoughRoutes implements HandlerInterceptor, WebMvcConfigurer {

  private final Routes routes;

  NewEnoughRoutes(Routes routes) {
    this.routes = routes;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method && ours(method)) {
      OptionalLong seen = LedgerPosition.of(request);
      if (seen.isPresent()) {
        routes.upTo(seen.getAsLong());
      }
    }
    return true;
  }

  /** In one process with the query side, its questions wait for its views and not for routes. */
  private static boolean ours(HandlerMethod method) {
    return method.getBeanType().getPackageName().startsWith("jobtrail.command");
  }
}
