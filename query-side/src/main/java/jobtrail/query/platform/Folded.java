package jobtrail.query.platform;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Texts as they are compared where case does not matter: in capitals, so that ß is SS. */
public final class Folded {

  private Folded() {}

  /** One text. */
  public static String of(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  /** One text, if there is any. */
  public static @Nullable String orNull(@Nullable String text) {
    return text == null ? null : of(text);
  }

  /** Some texts, each once. */
  public static String[] all(Collection<String> texts) {
    return texts.stream().map(Folded::of).distinct().toArray(String[]::new);
  }

  /** A pattern for texts with this part in them; what means something to a pattern means itself. */
  public static String part(String text) {
    return "%" + of(text).replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }
}
