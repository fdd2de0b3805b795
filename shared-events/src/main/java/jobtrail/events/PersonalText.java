package jobtrail.events;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text about a person (a name, an e-mail address, a phone number) that can be erased later. In
 * the ledger it stands encrypted under the key of its subject; once that key is deleted the text
 * reads as erased, while the hash chain stays valid.
 *
 * @param subject whose key protects the text, for example {@code contact-of-job_V1StGXR8_Z5j}
 * @param text the text itself; null when it has not been opened, or has been erased
 * @param sealed the encrypted form as it stands in the ledger (Base64); null for a text that was
 *     never stored
 */
public record PersonalText(String subject, @Nullable String text, @Nullable String sealed) {

  /** What is shown in place of an erased text. */
  public static final String ERASED = "[erased]";

  public PersonalText {
    Objects.requireNonNull(subject, "subject");
    if (text == null && sealed == null) {
      throw new IllegalArgumentException("A personal text is either open or sealed");
    }
  }

  /** A text as a person just gave it. */
  public static PersonalText of(String subject, String text) {
    return new PersonalText(subject, text, null);
  }

  /** A text as it stands in the ledger. */
  public static PersonalText sealed(String subject, String sealed) {
    return new PersonalText(subject, null, sealed);
  }

  /** The same text, opened; an erased one is shown as {@link #ERASED}. */
  public PersonalText opened(@Nullable String openedText) {
    return new PersonalText(subject, openedText == null ? ERASED : openedText, sealed);
  }

  /** The readable text; {@link #ERASED} when it is not open. */
  public String shown() {
    return text == null ? ERASED : text;
  }

  /** Personal data stays out of logs and error messages. */
  @Override
  public String toString() {
    return "PersonalText[" + subject + "]";
  }
}
