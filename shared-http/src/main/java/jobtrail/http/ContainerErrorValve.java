package jobtrail.http;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests that Tomcat itself turns down, such as a broken request line. */
final class ContainerErrorValve extends ErrorReportValve {

  private static final Logger log = LoggerFactory.getLogger(ContainerErrorValve.class);

  @Override
  protected void report(Request request, Response response, @Nullable Throwable thrown) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    try {
      // setErrorReported() closed the way for others; a suspended response would swallow ours.
      response.setSuspended(false);
      Problem.write(RequestRefused.ofStatus(status), request.getRequest(), response.getResponse());
      response.finishResponse();
    } catch (IOException | IllegalStateException callerLeft) {
      log.debug("Could not answer {}", status, callerLeft);
    }
  }
}
