package jobtrail.events.serial;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/** A serial number, {@code SN-00001} and on; one counter for the whole shop, never reused. */
public record SerialId(@JsonValue String value) {

  private static final String PREFIX = "SN-";
  private static final int FEWEST_DIGITS = 5;
  private static final int MOST_DIGITS = 19;

  @JsonCreator
  public SerialId {
    if (!wellFormed(value)) {
      throw new IllegalArgumentException("Not a serial number of the form SN-00001");
    }
  }

  /** The serial number for a count from 1; grows beyond five digits. */
  public static SerialId of(long number) {
    String digits = Long.toString(number);
    return new SerialId(PREFIX + "0".repeat(Math.max(0, FEWEST_DIGITS - digits.length())) + digits);
  }

  /** The serial number that somebody names; empty when it cannot be one. */
  public static Optional<SerialId> parsed(String value) {
    return wellFormed(value) ? Optional.of(new SerialId(value)) : Optional.empty();
  }

  private static boolean wellFormed(String value) {
    int digits = value.length() - PREFIX.length();
    if (digits < FEWEST_DIGITS || digits > MOST_DIGITS || !value.startsWith(PREFIX)) {
      return false;
    }
    for (int i = PREFIX.length(); i < value.length(); i++) {
      if (value.charAt(i) < '0' || value.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return value;
  }
}
