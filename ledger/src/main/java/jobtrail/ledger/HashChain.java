package jobtrail.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Chains events by SHA-256, so that the newest hash proves the whole past. Fields, order and
 * encodings stand in ADR 0012 with a test vector. Not for use by two threads at once.
 */
public final class HashChain {

  private final MessageDigest digest;
  private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
  private final ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);

  public HashChain() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** The hash of an event that follows the one with {@code previousHash}. */
  public byte[] next(byte[] previousHash, long position, NewEvent event, Instant recordedAt) {
    digest.update(previousHash);
    add(position);
    add(event.jobId());
    add(event.streamType());
    add(event.streamId());
    add(event.sequenceNumber());
    add(event.eventId());
    add(event.name());
    add(event.revision());
    add(recordedAt.toEpochMilli());
    add(event.payload());
    add(event.metadata());
    return digest.digest();
  }

  private void add(long value) {
    addLength(Long.BYTES);
    digest.update(number.putLong(0, value).array());
  }

  private void add(@Nullable String value) {
    if (value == null) {
      addLength(-1);
      return;
    }
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    addLength(bytes.length);
    digest.update(bytes);
  }

  private void addLength(int bytes) {
    digest.update(length.putInt(0, bytes).array());
  }
}
