package jobtrail.command.platform;

import org.jspecify.annotations.Nullable;

/** The rules say no. Nothing was stored; the code tells a program why, the message a person. */
public abstract class CommandRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A refusal with a message for people, written in the shop's words. */
  protected CommandRefused(String message) {
    // A refusal is an everyday answer; filling in a stack trace would cost more than the rule.
    super(message, null, false, false);
  }

  /** Stable, in kebab-case. */
  public abstract String code();

  /**
   * The part of the request that is at fault, for example {@code steps[2].name}; null when none is.
   */
  public @Nullable String field() {
    return null;
  }

  /** HTTP status: 409 unless the Shop Planr API documents another one. */
  public abstract int status();
}
