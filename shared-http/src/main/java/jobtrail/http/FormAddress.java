package jobtrail.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;

/**
 * Where a page of ours sends its form: a POST there brings form fields, and few of them. A module
 * may have any number of beans of this type.
 *
 * @param path of the address as it is written in the request line
 */
public record FormAddress(Pattern path) {

  boolean isOf(HttpServletRequest request) {
    return HttpMethod.POST.matches(request.getMethod())
        && path.matcher(request.getRequestURI()).matches();
  }
}
