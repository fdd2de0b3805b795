package jobtrail.command.template;

import jobtrail.command.platform.CommandRefused;

/** Why something cannot be done to a template. */
final class TemplateRefused extends CommandRefused {

  private static final long serialVersionUID = 1L;

  /** The reasons, with the code and the HTTP status that tell them. */
  enum Reason {
    NOT_CREATED("template-not-found", 404);

    private final String code;
    private final int status;

    Reason(String code, int status) {
      this.code = code;
      this.status = status;
    }
  }

  private final Reason reason;

  TemplateRefused(Reason reason, String message) {
    super(message);
    this.reason = reason;
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
