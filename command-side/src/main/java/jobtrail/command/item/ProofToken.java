package jobtrail.command.item;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import jobtrail.events.item.ItemId;

/**
 * What a customer's link ends in: the item it is about, and a secret that cannot be guessed. The
 * secret is told once, to who asked for the link, and stands nowhere.
 *
 * @param secret 32 random bytes as 43 characters
 */
record ProofToken(ItemId itemId, String secret) {

  private static final int BYTES = 32;
  private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{43}");

  /** A new one for an item. */
  static ProofToken fresh(ItemId itemId, SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return new ProofToken(itemId, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The token that a link ends in; empty when it cannot be one. */
  static Optional<ProofToken> of(String text) {
    int dot = text.indexOf('.');
    if (dot < 0 || !SECRET.matcher(text.substring(dot + 1)).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ProofToken(new ItemId(text.substring(0, dot)), text.substring(dot + 1)));
    } catch (IllegalArgumentException notAnItem) {
      return Optional.empty();
    }
  }

  String text() {
    return itemId + "." + secret;
  }

  /** Under which the ledger knows it. */
  String sha256() {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(secret.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is not available", e);
    }
  }

  /** The secret stays out of logs. */
  @Override
  public String toString() {
    return "ProofToken[" + itemId + "]";
  }
}
