package jobtrail.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import jobtrail.events.PersonalText;
import org.jspecify.annotations.Nullable;

/**
 * Seals and opens {@link PersonalText}s with AES-GCM under one key per subject. Keys are never kept
 * in memory, so that a deleted one is gone at once on every node.
 */
public final class SubjectKeys {

  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SubjectKeySql sql;
  private final SecureRandom random = new SecureRandom();

  SubjectKeys(SubjectKeySql sql) {
    this.sql = sql;
  }

  /** The encrypted form of a text, Base64; makes the subject's key if there is none. */
  public String seal(PersonalText text) {
    if (text.sealed() != null) {
      return text.sealed();
    }
    byte[] fresh = new byte[KEY_BYTES];
    random.nextBytes(fresh);
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] secret = sql.keyOf(text.subject(), fresh);
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, secret, nonce)
              .doFinal(text.shown().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder()
          .encodeToString(
              ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is not available", e);
    }
  }

  /**
   * The texts, opened where their key still exists; the others read as {@link PersonalText#ERASED}.
   * One query for all.
   */
  public List<PersonalText> open(List<PersonalText> texts) {
    Map<String, byte[]> keys =
        sql.keys(
            texts.stream()
                .filter(text -> text.text() == null)
                .map(PersonalText::subject)
                .distinct()
                .toList());
    return texts.stream()
        .map(text -> text.text() == null ? open(text, keys.get(text.subject())) : text)
        .toList();
  }

  /** One text, opened; see {@link #open(List)}. */
  public PersonalText open(PersonalText text) {
    return open(List.of(text)).getFirst();
  }

  /**
   * Deletes the keys of these subjects: whatever was sealed under them reads as erased from now on,
   * and for ever.
   */
  public void erase(String... subjects) {
    sql.delete(Stream.of(subjects).collect(Collectors.toUnmodifiableList()));
  }

  private static PersonalText open(PersonalText text, byte @Nullable [] secret) {
    String sealed = text.sealed();
    if (secret == null || sealed == null) {
      return text.opened(null);
    }
    byte[] box = Base64.getDecoder().decode(sealed);
    byte[] nonce = new byte[NONCE_BYTES];
    System.arraycopy(box, 0, nonce, 0, NONCE_BYTES);
    try {
      byte[] opened =
          cipher(Cipher.DECRYPT_MODE, secret, nonce)
              .doFinal(box, NONCE_BYTES, box.length - NONCE_BYTES);
      return text.opened(new String(opened, StandardCharsets.UTF_8));
    } catch (AEADBadTagException e) {
      // Sealed under a key that was deleted; the subject has a newer one by now.
      return text.opened(null);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is not available", e);
    }
  }

  private static Cipher cipher(int mode, byte[] secret, byte[] nonce)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }
}
