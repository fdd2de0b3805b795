package jobtrail.events.serial;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** A serial number, {@code SN-00001} and on; one counter for the whole shop, never reused. */
public record SerialId(@JsonValue String value) {

  private static final Pattern FORM = Pattern.compile("SN-[0-9]{5,19}");

  @JsonCreator
  public SerialId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("Not a serial number of the form SN-00001");
    }
  }

  /** The serial number for a count from 1; grows beyond five digits. */
  public static SerialId of(long number) {
    String digits = Long.toString(number);
    return new SerialId("SN-" + "0".repeat(Math.max(0, 5 - digits.length())) + digits);
  }

  /** The serial number that somebody names; empty when it cannot be one. */
  public static Optional<SerialId> parsed(String value) {
    return FORM.matcher(value).matches() ? Optional.of(new SerialId(value)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}
