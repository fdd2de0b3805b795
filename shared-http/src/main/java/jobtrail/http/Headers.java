package jobtrail.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads request headers as people write them. */
public final class Headers {

  // U+0000 written in two bytes, and halves of surrogate pairs in three: never real Latin-1 text.
  private static final Pattern UNSTORABLE =
      Pattern.compile("\u00C0\u0080|\u00ED[\u00A0-\u00BF][\u0080-\u00BF]|\0");

  private Headers() {}

  /**
   * The header's text, trimmed, or null when it is absent or blank. Tomcat reads headers as
   * ISO-8859-1; where the bytes are valid UTF-8 they are taken as such, so {@code X-Actor: Jürgen}
   * works either way.
   *
   * @throws RequestRefused 400 when it is longer than {@code maxLength} characters, holds a control
   *     character or is given twice
   */
  public static @Nullable String text(HttpServletRequest request, String name, int maxLength) {
    String raw = single(request, name);
    if (raw == null) {
      return null;
    }
    String text = decoded(raw).strip();
    if (text.isEmpty()) {
      return null;
    }
    if (text.codePoints().anyMatch(Characters::isControl) || !Characters.storable(text)) {
      throw RequestRefused.invalid(name, PlainTextValidator.CONTROL);
    }
    if (text.codePointCount(0, text.length()) > maxLength) {
      throw RequestRefused.invalid(name, PlainTextValidator.longerThan(maxLength));
    }
    return text;
  }

  /**
   * The header as Tomcat read it, or null when it is absent.
   *
   * @throws RequestRefused 400 when it is given more than once
   */
  public static @Nullable String single(HttpServletRequest request, String name) {
    List<String> values = Collections.list(request.getHeaders(name));
    if (values.size() > 1) {
      throw RequestRefused.invalid(name, "is given more than once");
    }
    return values.isEmpty() ? null : values.getFirst();
  }

  static boolean storable(String raw) {
    return Characters.plain(raw) || !UNSTORABLE.matcher(raw).find();
  }

  private static String decoded(String raw) {
    String text = Characters.utf8(raw.getBytes(StandardCharsets.ISO_8859_1));
    return text == null ? raw : text;
  }
}
