package jobtrail.command.platform;

/** What is stored of an order to many. */
public enum Storing {
  /** What the rules allow, one by one. */
  EACH,
  /** All of it, or nothing when one is refused. */
  ALL_OR_NOTHING,
  /** Nothing, since more was asked than stands in the order, and that is refused. */
  NOTHING;

  /** Whether anything of an order is stored of which one was refused, or none. */
  public boolean stores(boolean oneRefused) {
    return switch (this) {
      case EACH -> true;
      case ALL_OR_NOTHING -> !oneRefused;
      case NOTHING -> false;
    };
  }
}
