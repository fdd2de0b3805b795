package jobtrail.ledger;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.IdentifierFactory;

/**
 * Ids of events and commands, as UUIDs of version 8: 60 random bits of the process, then a count. A
 * random UUID for each took a thirtieth of a command's time, and nobody needs these ids to be
 * secret.
 */
public final class QuickIds extends IdentifierFactory {

  private static final long PROCESS = new SecureRandom().nextLong();
  private static final AtomicLong COUNT = new AtomicLong();

  /** A new id, unlike any other of this or another process. */
  public static String next() {
    long count = COUNT.incrementAndGet();
    // Version 8 and the variant take six bits; the process's own bits fill what the count leaves
    // free.
    long high = (PROCESS & 0xffffffffffff0fffL) | 0x8000L;
    long low = (count & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }

  @Override
  public String generateIdentifier() {
    return next();
  }
}
