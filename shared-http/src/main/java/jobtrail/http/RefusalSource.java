package jobtrail.http;

import org.jspecify.annotations.Nullable;

/**
 * A module's say in how its own exceptions are answered; any number of beans of this type may
 * exist. What none of them knows becomes a 500.
 */
@FunctionalInterface
public interface RefusalSource {

  /** The answer to {@code thrown}, or null when it is not one of ours. */
  @Nullable RequestRefused refusalFor(Throwable thrown);
}
