package jobtrail.command.platform;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.OptionalLong;
import jobtrail.http.LedgerPosition;
import jobtrail.ledger.Ledger;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Every answer to a command says where the ledger ended, also one that was refused before it came
 * to a rule; and a command that says what its sender has seen is decided with routes at least as
 * new.
 */
final class PositionOfAnswers implements HandlerInterceptor, WebMvcConfigurer {

  private final Ledger ledger;
  private final Routes routes;

  PositionOfAnswers(Ledger ledger, Routes routes) {
    this.ledger = ledger;
    this.routes = routes;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!HttpMethod.GET.matches(request.getMethod())
        && !HttpMethod.HEAD.matches(request.getMethod())) {
      LedgerPosition.write(response, ledger.knownHead());
      OptionalLong seen = LedgerPosition.of(request);
      if (seen.isPresent()) {
        routes.upTo(seen.getAsLong());
      }
    }
    return true;
  }
}
