package jobtrail.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/** The names of files as they come in with a form, and go out with an answer. */
public final class FileName {

  private static final int LONGEST = 200;

  private static final Pattern EXTENDED = Pattern.compile("(?i)(UTF-8|ISO-8859-1)'[^']*'([^'\"]*)");

  private FileName() {}

  /**
   * The name that a part of a form gives its file, without the folders before it.
   *
   * @param field that is blamed when the name cannot be used
   * @param disposition the part's {@code Content-Disposition}, one character for each of its bytes
   * @throws RequestRefused 400 when there is no name, or it is none that a file could have
   */
  public static String of(String field, @Nullable String disposition) {
    Map<String, String> parameters = parameters(disposition == null ? "" : disposition);
    String extended = parameters.get("filename*");
    String name =
        extended == null
            ? utf8(field, parameters.getOrDefault("filename", ""))
            : decoded(field, extended);
    if (name.codePoints().anyMatch(Characters::isControl) || !Characters.storable(name)) {
      throw RequestRefused.invalid(field, "has a name with control characters");
    }
    return checked(field, withoutFolders(name).strip());
  }

  /**
   * The header with which a file is handed out to be saved, whatever its name is written in.
   *
   * @param name as {@link #of} answered it
   */
  public static String attachment(String name) {
    // Percent signs and quotes are read in different ways; who knows RFC 6266 reads the other one.
    String plain = name.replaceAll("[^ -~]|[\"\\\\%]", "_");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + percentEncoded(name);
  }

  private static Map<String, String> parameters(String disposition) {
    Map<String, String> parameters = new LinkedHashMap<>();
    int at = disposition.indexOf(';');
    while (at >= 0) {
      int equals = disposition.indexOf('=', at);
      if (equals < 0) {
        break;
      }
      String name = disposition.substring(at + 1, equals).strip().toLowerCase(Locale.ROOT);
      StringBuilder value = new StringBuilder();
      at = disposition.indexOf(';', readValue(disposition, equals + 1, value));
      parameters.putIfAbsent(name, value.toString());
    }
    return parameters;
  }

  /**
   * Reads a plain or quoted value and tells where it ends. A backslash is one, as Windows writes
   * paths, unless it stands before a quote.
   */
  private static int readValue(String text, int start, StringBuilder value) {
    int at = start;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    boolean quoted = at < text.length() && text.charAt(at) == '"';
    for (at += quoted ? 1 : 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (quoted && c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
        at++;
        value.append('"');
      } else if (c == (quoted ? '"' : ';')) {
        return at;
      } else {
        value.append(c);
      }
    }
    return at;
  }

  private static String utf8(String field, String bytes) {
    return text(field, bytes.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** A value in the notation of RFC 8187. */
  private static String decoded(String field, String extended) {
    Matcher matcher = EXTENDED.matcher(extended);
    if (!matcher.matches()) {
      throw RequestRefused.invalid(field, "has a name that cannot be read");
    }
    String bytes;
    try {
      bytes = StringUtils.uriDecode(matcher.group(2), StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException malformed) {
      throw RequestRefused.invalid(field, "has a name that cannot be read");
    }
    return matcher.group(1).equalsIgnoreCase("UTF-8") ? utf8(field, bytes) : bytes;
  }

  private static String text(String field, byte[] bytes) {
    String text = Characters.utf8(bytes);
    if (text == null) {
      throw RequestRefused.invalid(field, "has a name that cannot be read as UTF-8 text");
    }
    return text;
  }

  /** Some browsers send the whole path, and others try what a path could do. */
  private static String withoutFolders(String path) {
    return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  }

  private static String checked(String field, String name) {
    if (Characters.blank(name) || name.equals(".") || name.equals("..")) {
      throw RequestRefused.invalid(field, "has no name");
    }
    if (name.codePointCount(0, name.length()) > LONGEST) {
      throw RequestRefused.invalid(field, "has a name longer than " + LONGEST + " characters");
    }
    return name;
  }

  private static String percentEncoded(String name) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0)) {
        encoded.append(c);
      } else {
        encoded.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xFF));
      }
    }
    return encoded.toString();
  }
}
