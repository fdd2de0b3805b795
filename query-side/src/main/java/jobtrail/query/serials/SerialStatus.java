package jobtrail.query.serials;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** What has become of a serial; lists write it with a hyphen, as the old API does. */
enum SerialStatus {
  IN_PROGRESS("in_progress"),
  COMPLETED("completed"),
  SCRAPPED("scrapped");

  private final String word;

  SerialStatus(String word) {
    this.word = word;
  }

  @JsonValue
  String word() {
    return word;
  }

  String hyphenated() {
    return word.replace('_', '-');
  }

  /** The status that a caller names, in either spelling; null when it is none. */
  static @Nullable SerialStatus of(String said) {
    for (SerialStatus status : values()) {
      if (status.word.equals(said) || status.hyphenated().equals(said)) {
        return status;
      }
    }
    return null;
  }
}
