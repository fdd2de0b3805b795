package jobtrail.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What characters may come in. */
public final class Characters {

  private Characters() {}

  /** No U+0000 and no half of a surrogate pair: what PostgreSQL and UTF-8 can hold. */
  static boolean storable(CharSequence text) {
    return text.codePoints().noneMatch(c -> c == 0 || isHalf(c));
  }

  /** A control character of C0 or C1, or DEL. */
  static boolean isControl(int codePoint) {
    return Character.isISOControl(codePoint);
  }

  /** Nothing to see: only spaces of any kind, controls and marks without width. */
  public static boolean blank(String text) {
    return text.codePoints()
        .allMatch(c ->
            Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT);
  }

  /**
   * The text with what cannot be written replaced by U+FFFD, and not longer than a field's path.
   */
  static String printable(String text) {
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .limit(200)
        .forEach(c -> printable.appendCodePoint(c == 0 || isHalf(c) ? 0xFFFD : c));
    return printable.toString();
  }

  /** The text behind {@code bytes}, or null when they are not UTF-8. */
  static @Nullable String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      return null;
    }
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  /** Printable ASCII without percent signs: most of what is sent, and needs no closer look. */
  static boolean plain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '%') {
        return false;
      }
    }
    return true;
  }
}
