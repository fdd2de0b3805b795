package jobtrail.ledger;

/**
 * Where the PostgreSQL is that holds ledger and views.
 *
 * @param url JDBC URL, {@code jdbc:postgresql://host:port/database}
 */
public record DatabaseAddress(String url, String username, String password) {

  /** Passwords stay out of logs. */
  @Override
  public String toString() {
    return url + " as " + username;
  }
}
