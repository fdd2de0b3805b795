package jobtrail.query.workqueue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** By what a work queue may be told apart. */
enum Grouping {
  OPERATOR("Unassigned"),
  LOCATION("No location"),
  STEP("");

  private final String labelOfNone;

  Grouping(String labelOfNone) {
    this.labelOfNone = labelOfNone;
  }

  @JsonValue
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Nullable String keyOf(QueuedWork work) {
    return switch (this) {
      case OPERATOR -> work.assignedTo();
      case LOCATION -> work.stepLocation();
      case STEP -> work.stepName();
    };
  }

  /** How rows without a key are headed. */
  String labelOfNone() {
    return labelOfNone;
  }

  /** The grouping that a caller names; null when it is none. */
  static @Nullable Grouping of(String said) {
    for (Grouping grouping : values()) {
      if (grouping.word().equals(said)) {
        return grouping;
      }
    }
    return null;
  }
}
