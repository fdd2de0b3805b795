package jobtrail.query.serials;

import org.springframework.stereotype.Component;

/** What other questions need to know of serials. */
@Component
public class Serials {

  /** Name of the view. */
  public static final String VIEW = SerialSql.VIEW;

  private final SerialSql sql;

  Serials(SerialSql sql) {
    this.sql = sql;
  }

  /** Whether this number was ever issued. */
  public boolean isThere(String serialId) {
    return sql.byId(serialId).isPresent();
  }
}
