package jobtrail.command.platform;

/** The caller wants to change a version that is no longer the current one. */
final class StaleVersion extends CommandRefused {

  private static final long serialVersionUID = 1L;

  private final long current;

  StaleVersion(long current) {
    super("The current version is " + current);
    this.current = current;
  }

  long current() {
    return current;
  }

  @Override
  public String code() {
    return "stale-version";
  }

  @Override
  public int status() {
    return 412;
  }
}
