package jobtrail.ledger;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What a database error says about the group that met it. */
final class Refusal {

  /**
   * Read-only or standby, deadlocked, out of disk or memory, locked, cancelled: the events are fit,
   * the moment is not.
   */
  private static final Set<String> PASSING_CLASSES = Set.of("25", "40", "53", "55", "57", "58");

  private Refusal() {}

  /**
   * True when the server answered, so that the group is certainly not stored; false when the answer
   * was lost.
   */
  static boolean certain(SQLException e) {
    String state = e.getSQLState();
    return state != null && !state.startsWith("08") && !state.startsWith("57P") && !fatal(e);
  }

  /** The server gave up in the middle: what it had written to its log may come back with it. */
  private static boolean fatal(SQLException e) {
    ServerErrorMessage told =
        e instanceof PSQLException refused ? refused.getServerErrorMessage() : null;
    return told != null && Set.of("FATAL", "PANIC").contains(String.valueOf(told.getSeverity()));
  }

  /** Another node stored at this position first. */
  static boolean positionTaken(SQLException e) {
    return LedgerSql.POSITION_TAKEN.equals(constraintOf(e));
  }

  /** A place in a stream is taken. */
  static boolean streamTaken(SQLException e) {
    return LedgerSql.STREAM_TAKEN.equals(constraintOf(e));
  }

  /** The same events may well be stored at another moment. */
  static boolean passing(SQLException e) {
    String state = e.getSQLState();
    return state != null && PASSING_CLASSES.contains(state.substring(0, 2));
  }

  private static @Nullable String constraintOf(SQLException e) {
    return e instanceof PSQLException refused && refused.getServerErrorMessage() != null
        ? refused.getServerErrorMessage().getConstraint()
        : null;
  }
}
