package jobtrail.command.platform;

import java.security.SecureRandom;

/** Makes ids: a prefix and 12 random characters of A-Z a-z 0-9 _ -, which is 72 bits. */
public final class NewIds {

  private static final char[] ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-".toCharArray();
  private static final int LENGTH = 12;

  private final SecureRandom random = new SecureRandom();

  /** A new id, for example {@code job_V1StGXR8_Z5j}. */
  public String next(String prefix) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    StringBuilder id = new StringBuilder(prefix);
    for (byte b : bytes) {
      id.append(ALPHABET[b & 63]);
    }
    return id.toString();
  }
}
