package jobtrail.command.serial.model;

/** The rules that can stand against something, each with the code and status that tell it. */
public enum Rule {
  UNKNOWN_STEP("step-not-found", 404),
  RETIRED_STEP("step-retired", 409),
  ELSEWHERE("not-at-step", 409),
  DONE("serial-completed", 400),
  DONE_FOR_GOOD("serial-completed", 409),
  GONE("serial-scrapped", 400),
  GONE_FOR_GOOD("serial-scrapped", 409),
  STOPPED("held", 409),
  NOT_STOPPED("not-held", 409),
  NOT_AHEAD("target-not-ahead", 400),
  PAST_THE_END("target-beyond-end", 400),
  NOT_BEHIND("target-not-behind", 409),
  ONE_BY_ONE("strict-order", 400),
  MUST_BE_DONE_FIRST("step-not-bypassable", 400),
  WORK_OWED("steps-owed", 409),
  NOT_DEFERRED("step-not-deferred", 400),
  NEEDS_NO_WAIVER("step-optional", 400),
  DONE_ALREADY("step-completed", 400),
  NOTHING_OVERRIDDEN("no-active-override", 400),
  USED_OVERRIDE("override-used", 400),
  UNEXPLAINED("explanation-missing", 400),
  USE_ADVANCE("nothing-open", 400),
  NOTHING_TO_TAKE_BACK("nothing-to-undo", 409),
  SOMEBODY_ELSES("not-your-move", 409),
  LONG_AGO("too-late-to-undo", 409);

  private final String code;
  private final int status;

  Rule(String code, int status) {
    this.code = code;
    this.status = status;
  }

  /** How it is told to clients. */
  public String told() {
    return status + " " + code;
  }
}
