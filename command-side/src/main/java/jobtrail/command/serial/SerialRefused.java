package jobtrail.command.serial;

import jobtrail.command.platform.CommandRefused;
import org.jspecify.annotations.Nullable;

/** Why something cannot be done to a serial. */
final class SerialRefused extends CommandRefused {

  private static final long serialVersionUID = 1L;

  /** The reasons, with the code and the HTTP status that tell them. */
  enum Reason {
    NOT_CREATED("serial-not-found", 404),
    PATH_NOT_FOUND("path-not-found", 404),
    STEP_UNKNOWN("step-not-found", 404),
    NOT_AT_STEP("not-at-step", 409),
    ALREADY_COMPLETED("serial-completed", 400),
    ALREADY_SCRAPPED("serial-scrapped", 400),
    COMPLETED_FOR_GOOD("serial-completed", 409),
    SCRAPPED_FOR_GOOD("serial-scrapped", 409),
    HELD("held", 409),
    NOT_HELD("not-held", 409),
    STEP_RETIRED("step-retired", 409),
    TARGET_NOT_AHEAD("target-not-ahead", 400),
    TARGET_BEYOND_END("target-beyond-end", 400),
    TARGET_NOT_BEHIND("target-not-behind", 409),
    STRICT_ORDER("strict-order", 400),
    STEP_NOT_BYPASSABLE("step-not-bypassable", 400),
    STEPS_OWED("steps-owed", 409),
    STEP_NOT_DEFERRED("step-not-deferred", 400),
    STEP_OPTIONAL("step-optional", 400),
    STEP_COMPLETED("step-completed", 400),
    NO_ACTIVE_OVERRIDE("no-active-override", 400),
    OVERRIDE_USED("override-used", 400),
    EXPLANATION_MISSING("explanation-missing", 400),
    NOTHING_OPEN("nothing-open", 400),
    NOTHING_TO_UNDO("nothing-to-undo", 409),
    NOT_YOUR_MOVE("not-your-move", 409),
    TOO_LATE_TO_UNDO("too-late-to-undo", 409);

    private final String code;
    private final int status;

    Reason(String code, int status) {
      this.code = code;
      this.status = status;
    }
  }

  private final Reason reason;
  private final @Nullable String field;

  SerialRefused(Reason reason, String message) {
    this(reason, message, null);
  }

  /** A refusal that is one field's fault. */
  SerialRefused(Reason reason, String message, @Nullable String field) {
    super(message);
    this.reason = reason;
    this.field = field;
  }

  @Override
  public @Nullable String field() {
    return field;
  }

  Reason reason() {
    return reason;
  }

  @Override
  public String code() {
    return reason.code;
  }

  @Override
  public int status() {
    return reason.status;
  }
}
