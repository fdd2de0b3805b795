package jobtrail.standalone;

/** The database cannot be had, and this is what the person at the keyboard can do about it. */
class DatabaseUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String action;

  DatabaseUnavailable(String description, String action) {
    super(description);
    this.action = action;
  }

  DatabaseUnavailable(String description, String action, Throwable cause) {
    super(description, cause);
    this.action = action;
  }

  String action() {
    return action;
  }
}
