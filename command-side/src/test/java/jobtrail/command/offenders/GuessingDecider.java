package jobtrail.command.offenders;

import java.time.Instant;
import java.util.UUID;

/** Rules that make up time and identity. */
final class GuessingDecider {

  private GuessingDecider() {}

  static String decide() {
    return Instant.now() + " " + UUID.randomUUID();
  }
}
