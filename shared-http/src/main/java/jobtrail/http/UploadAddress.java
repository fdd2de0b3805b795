package jobtrail.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;

/**
 * Where files are handed in: a POST there brings a form with files and may be as large as its
 * controller takes. A module may have any number of beans of this type; everywhere else bodies are
 * JSON and small.
 *
 * @param path of the address as it is written in the request line
 */
public record UploadAddress(Pattern path) {

  boolean isOf(HttpServletRequest request) {
    return HttpMethod.POST.matches(request.getMethod())
        && path.matcher(request.getRequestURI()).matches();
  }
}
