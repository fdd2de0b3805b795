package jobtrail.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers, and refusals, for who serves a request without Spring MVC: the same bytes. */
public final class DirectAnswers {

  private final JsonMapper json;
  private final Refusals refusals;

  DirectAnswers(JsonMapper json, Refusals refusals) {
    this.json = json;
    this.refusals = refusals;
  }

  /** Status, headers and the body as JSON, in one piece. */
  public void write(ResponseEntity<?> answer, HttpServletResponse response) throws IOException {
    byte[] body = json.writeValueAsBytes(answer.getBody());
    response.setStatus(answer.getStatusCode().value());
    answer.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** What a controller would have answered that threw this. */
  public void refuse(
      RuntimeException thrown, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    RequestRefused known = refusals.refusalFor(thrown);
    Problem.write(
        Objects.requireNonNullElseGet(known, () -> ProblemAdvice.unforeseen(thrown, request)),
        request,
        response);
  }
}
