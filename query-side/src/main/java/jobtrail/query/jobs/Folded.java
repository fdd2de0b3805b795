package jobtrail.query.jobs;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Texts as they are compared where case does not matter: in capitals, so that ß is SS. */
final class Folded {

  private Folded() {}

  static String of(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  static @Nullable String orNull(@Nullable String text) {
    return text == null ? null : of(text);
  }

  static String[] all(Collection<String> texts) {
    return texts.stream().map(Folded::of).distinct().toArray(String[]::new);
  }
}
