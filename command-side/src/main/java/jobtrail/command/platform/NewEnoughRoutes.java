package jobtrail.command.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.OptionalLong;
import jobtrail.http.LedgerPosition;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** A command that says what its sender has seen is decided with routes at least as new. */
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
    if (!HttpMethod.GET.matches(request.getMethod())) {
      OptionalLong seen = LedgerPosition.of(request);
      if (seen.isPresent()) {
        routes.upTo(seen.getAsLong());
      }
    }
    return true;
  }
}
