package jobtrail.query.platform;

import java.sql.SQLException;
import java.util.Set;
import org.springframework.transaction.TransactionException;

/** Whose fault is it that an event could not be applied: the event's own, or the circumstances'? */
final class Blame {

  /**
   * Classes of SQLSTATE that speak of the data: cardinality, data, integrity, a trigger's or check
   * option's refusal, PL/pgSQL. All others (connections, deadlocks, missing tables or rights …)
   * would hit any event.
   */
  private static final Set<String> OF_THE_DATA = Set.of("21", "22", "23", "27", "44", "P0");

  private Blame() {}

  /** True when the same event may well succeed a moment later. */
  static boolean onCircumstances(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        String state = sql.getSQLState();
        return state == null || state.length() < 2 || !OF_THE_DATA.contains(state.substring(0, 2));
      }
      if (cause instanceof Error || cause instanceof TransactionException) {
        return true;
      }
    }
    return false;
  }
}
