package jobtrail.command.platform;

import org.jspecify.annotations.Nullable;

/** Names as they are stored: without white space around them. */
public final class Trimmed {

  private Trimmed() {}

  /** The text without white space around it; null stays null. */
  public static @Nullable String of(@Nullable String text) {
    return text == null ? null : text.strip();
  }
}
