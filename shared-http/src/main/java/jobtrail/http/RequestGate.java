package jobtrail.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away what no endpoint should ever see: unreadable addresses and headers, huge bodies. */
final class RequestGate extends OncePerRequestFilter {

  static final long BODY_LIMIT = 1024 * 1024;

  private final List<UploadAddress> uploads;
  private final List<FormAddress> forms;

  RequestGate(List<UploadAddress> uploads, List<FormAddress> forms) {
    this.uploads = List.copyOf(uploads);
    this.forms = List.copyOf(forms);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getRequestURI().startsWith("/api")) {
      response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
    try {
      checkText(request);
    } catch (RequestRefused refused) {
      Problem.write(refused, request, response);
      return;
    }
    if (forms.stream().anyMatch(address -> address.isOf(request))) {
      passForm(request, response, chain);
      return;
    }
    boolean upload = uploads.stream().anyMatch(address -> address.isOf(request));
    if (!upload && request.getContentLengthLong() > BODY_LIMIT) {
      Problem.write(RequestRefused.bodyTooLarge(BODY_LIMIT), request, response);
    } else if (!readableType(request, upload)) {
      Problem.write(RequestRefused.ofStatus(415), request, response);
    } else {
      // Whoever takes files in reads them as they come and knows how much is too much.
      chain.doFilter(upload ? request : new LimitedBody(request, BODY_LIMIT), response);
    }
  }

  /** Read by the container, which knows their limit; how it is told is for the page to say. */
  private static void passForm(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentType() != null
        && !plainType(request.getContentType())
            .equals(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
      Problem.write(RequestRefused.ofStatus(415), request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static String plainType(String type) {
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  private static void checkText(HttpServletRequest request) {
    if (!readable(request.getRequestURI(), false)) {
      throw RequestRefused.badRequest("invalid-address", "The path cannot be read as UTF-8 text");
    }
    String query = request.getQueryString();
    if (query != null) {
      Set<String> names = new HashSet<>();
      for (String pair : query.split("&", -1)) {
        if (request.getRequestURI().startsWith("/api")) {
          checkOnce(pair, names);
        }
        if (!readable(pair, true)) {
          String name = pair.contains("=") ? pair.substring(0, pair.indexOf('=')) : pair;
          String text = decoded(name, true);
          throw RequestRefused.invalid(
              Characters.printable(text == null ? name : text), "cannot be read as UTF-8 text");
        }
      }
    }
    for (String name : Collections.list(request.getHeaderNames())) {
      for (String value : Collections.list(request.getHeaders(name))) {
        if (!Headers.storable(value)) {
          throw RequestRefused.invalid(name, "cannot be read as UTF-8 text");
        }
      }
    }
  }

  /** Lists of ids apart, no parameter of ours has several values; two would be taken for one. */
  private static void checkOnce(String pair, Set<String> names) {
    String name = decoded(pair.contains("=") ? pair.substring(0, pair.indexOf('=')) : pair, true);
    if (name == null || name.isEmpty() || name.endsWith("Ids")) {
      return;
    }
    if (!names.add(name)) {
      throw RequestRefused.invalid(Characters.printable(name), "is given more than once");
    }
  }

  private static boolean readable(String encoded, boolean query) {
    if (Characters.plain(encoded)) {
      return true;
    }
    String text = decoded(encoded, query);
    return text != null && Characters.storable(text);
  }

  /** The text that was percent-encoded; null when it was not text. */
  private static @Nullable String decoded(String encoded, boolean query) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '%') {
        boolean whole = i + 2 <= encoded.length() - 1;
        int high = whole ? Character.digit(encoded.charAt(i + 1), 16) : -1;
        int low = whole ? Character.digit(encoded.charAt(i + 2), 16) : -1;
        if (high < 0 || low < 0) {
          return null;
        }
        bytes.write(high * 16 + low);
        i += 2;
      } else if (c == '+' && query) {
        bytes.write(' ');
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return Characters.utf8(bytes.toByteArray());
  }

  /**
   * JSON is all we read, and forms with files where these are handed in. Told here, since form
   * fields that cannot be decoded, or a type that is a wildcard, would be met by others with a
   * bug's answer.
   */
  private static boolean readableType(HttpServletRequest request, boolean upload) {
    String type = request.getContentType();
    if (type == null) {
      return !upload;
    }
    String plain = plainType(type);
    return upload
        ? plain.equals(MediaType.MULTIPART_FORM_DATA_VALUE)
        : plain.equals(MediaType.APPLICATION_JSON_VALUE) || plain.endsWith("+json");
  }
}
