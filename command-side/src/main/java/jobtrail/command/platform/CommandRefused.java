package jobtrail.command.platform;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules say no. Nothing was stored; the code tells a program why, the message a person. */
public abstract class CommandRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private transient Map<String, Object> seen = Map.of();

  /** A refusal with a message for people, written in the shop's words. */
  protected CommandRefused(String message) {
    // A refusal is an everyday answer; filling in a stack trace would cost more than the rule.
    super(message, null, false, false);
  }

  /**
   * Tells the caller what the ruling saw, so that they need not ask.
   *
   * @param name of the member in the answer's JSON
   * @return this refusal
   */
  public CommandRefused seeing(String name, Object state) {
    Map<String, Object> more = new LinkedHashMap<>(seen);
    more.put(name, state);
    seen = Collections.unmodifiableMap(more);
    return this;
  }

  /** Further members of the answer's JSON. */
  Map<String, Object> seen() {
    return seen;
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
