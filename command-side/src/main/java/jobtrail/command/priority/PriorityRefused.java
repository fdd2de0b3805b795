package jobtrail.command.priority;

import java.util.List;
import java.util.stream.Collectors;
import jobtrail.command.platform.CommandRefused;

/** Why jobs cannot be put in an order. */
final class PriorityRefused extends CommandRefused {

  private static final long serialVersionUID = 1L;
  private static final int NAMED_IN_MESSAGE = 10;

  /** The reasons, with the code and the HTTP status that tell them. */
  enum Reason {
    JOB_NOT_FOUND("job-not-found", 404),
    NOT_THE_OPEN_JOBS("not-the-open-jobs", 400);

    private final String code;
    private final int status;

    Reason(String code, int status) {
      this.code = code;
      this.status = status;
    }
  }

  /**
   * What is between the named jobs and the open ones.
   *
   * @param missing open, but not named
   * @param completed named, but not open
   */
  record Difference(List<String> missing, List<String> completed) {

    Difference {
      missing = List.copyOf(missing);
      completed = List.copyOf(completed);
    }

    boolean isNone() {
      return missing.isEmpty() && completed.isEmpty();
    }
  }

  private final Reason reason;

  PriorityRefused(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** A refusal that tells which jobs to add and which to leave out. */
  static CommandRefused notTheOpenJobs(Difference difference) {
    StringBuilder message = new StringBuilder("jobIds must name exactly the open jobs");
    name(message, "; missing: ", difference.missing());
    name(message, "; completed: ", difference.completed());
    return new PriorityRefused(Reason.NOT_THE_OPEN_JOBS, message.toString())
        .seeing("difference", difference);
  }

  private static void name(StringBuilder message, String what, List<String> ids) {
    if (!ids.isEmpty()) {
      message
          .append(what)
          .append(ids.stream().limit(NAMED_IN_MESSAGE).collect(Collectors.joining(", ")));
      if (ids.size() > NAMED_IN_MESSAGE) {
        message.append(" and ").append(ids.size() - NAMED_IN_MESSAGE).append(" more");
      }
    }
  }

  Reason reason() {
    return reason;
  }

  @Override
  public String code() {
    return reason.code;
  }

  @Override
  public String field() {
    return "jobIds";
  }

  @Override
  public int status() {
    return reason.status;
  }
}
