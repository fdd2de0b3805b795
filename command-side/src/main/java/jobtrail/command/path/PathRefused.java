package jobtrail.command.path;

import jobtrail.command.platform.CommandRefused;
import org.jspecify.annotations.Nullable;

/** Why something cannot be done to a path. */
final class PathRefused extends CommandRefused {

  private static final long serialVersionUID = 1L;

  /** The reasons, with the code and the HTTP status that tell them. */
  enum Reason {
    NOT_CREATED("path-not-found", 404),
    HAS_SERIALS("path-has-serials", 400),
    STEP_UNKNOWN("step-not-found", 404),
    STEP_NAMED_TWICE("step-named-twice", 400),
    STEP_WITHOUT_NAME("step-without-name", 400),
    STEP_IN_USE("step-in-use", 409),
    STEP_RETIRED("step-retired", 409),
    USER_UNKNOWN("user-unknown", 400),
    USER_INACTIVE("user-inactive", 400);

    private final String code;
    private final int status;

    Reason(String code, int status) {
      this.code = code;
      this.status = status;
    }
  }

  private final Reason reason;
  private final @Nullable String field;

  PathRefused(Reason reason, String message) {
    this(reason, message, null);
  }

  /** A refusal that is one field's fault. */
  PathRefused(Reason reason, String message, @Nullable String field) {
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
