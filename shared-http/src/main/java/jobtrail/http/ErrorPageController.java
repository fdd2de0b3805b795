package jobtrail.http;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers errors that never reached a controller, such as one thrown by a filter. */
@Hidden
@Controller("httpErrorPageController")
class ErrorPageController implements ErrorController {

  private final Refusals refusals;

  ErrorPageController(Refusals refusals) {
    this.refusals = refusals;
  }

  @RequestMapping("${spring.web.error.path:/error}")
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Problem.write(refusalFor(request), request, response);
  }

  private RequestRefused refusalFor(HttpServletRequest request) {
    Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    RequestRefused known = thrown instanceof Throwable cause ? firstKnown(cause) : null;
    if (known != null) {
      return known;
    }
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    // Without a status somebody asked for the error page itself, which is nothing to see.
    int code = status instanceof Integer number && number >= 400 ? number : 404;
    return thrown instanceof Throwable cause && code >= 500
        ? ProblemAdvice.unforeseen(cause, request)
        : RequestRefused.ofStatus(code);
  }

  private @Nullable RequestRefused firstKnown(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      RequestRefused known = refusals.refusalFor(cause);
      if (known != null) {
        return known;
      }
    }
    return null;
  }
}
