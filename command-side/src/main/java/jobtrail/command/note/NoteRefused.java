package jobtrail.command.note;

import jobtrail.command.platform.CommandRefused;
import org.jspecify.annotations.Nullable;

/** Why something cannot be noted. */
final class NoteRefused extends CommandRefused {

  private static final long serialVersionUID = 1L;

  /** The reasons, with the code and the HTTP status that tell them. */
  enum Reason {
    STEP_UNKNOWN("step-not-found", 404),
    SERIAL_UNKNOWN("serial-not-found", 404),
    PATH_OF_ANOTHER_JOB("path-of-another-job", 400),
    STEP_OF_ANOTHER_PATH("step-of-another-path", 400),
    SERIAL_OF_ANOTHER_PATH("serial-of-another-path", 400);

    private final String code;
    private final int status;

    Reason(String code, int status) {
      this.code = code;
      this.status = status;
    }
  }

  private final Reason reason;
  private final @Nullable String field;

  NoteRefused(Reason reason, String message, @Nullable String field) {
    super(message);
    this.reason = reason;
    this.field = field;
  }

  Reason reason() {
    return reason;
  }

  @Override
  public @Nullable String field() {
    return field;
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
