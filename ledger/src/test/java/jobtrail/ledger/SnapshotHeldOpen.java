package jobtrail.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Measures, to be run by hand: what appending costs while another session holds a snapshot open for
 * a minute, as a ratio of the rate before; the rate after tells how much the machine itself wavers.
 */
final class SnapshotHeldOpen {

  private static final int CALLERS = 64;

  private SnapshotHeldOpen() {}

  /** Argument: seconds to measure before, while and after; 60 when there is none. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) throws Exception {
    int seconds = args.length == 0 ? 60 : Integer.parseInt(args[0]);
    try (DurablePostgres server = new DurablePostgres()) {
      measure(server.freshLedger(), seconds);
    }
  }

  @SuppressWarnings("SystemOut")
  private static void measure(DatabaseAddress address, int seconds) throws Exception {
    try (BareLedger node = new BareLedger(address)) {
      rate(node, "warm-up-", Math.min(10, seconds));
      double before = rate(node, "before-", seconds);
      double during;
      try (Connection held = snapshot(address)) {
        during = rate(node, "during-", seconds);
        held.rollback();
      }
      double after = rate(node, "after-", seconds);
      System.out.printf(
          Locale.ROOT,
          "%d callers: %.0f/s before, %.0f/s with a snapshot held open for %d s, %.0f/s after; ratio %.2f to before, %.2f to after%n",
          CALLERS,
          before,
          during,
          seconds,
          after,
          during / before,
          during / after);
    }
  }

  /** A session that has looked at the ledger and keeps looking. */
  static Connection snapshot(DatabaseAddress address) throws SQLException {
    Connection connection = Sql.connect(address);
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try (Statement statement = connection.createStatement()) {
      statement.execute("select count(*) from ledger.event");
    }
    return connection;
  }

  private static double rate(BareLedger node, String prefix, int seconds)
      throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    Crowd crowd =
        Crowd.start(
            node.ledger, prefix, CALLERS, Crowd.ONE_EVENT, count -> System.nanoTime() < until);
    crowd.told();
    return (double) crowd.stored() / seconds;
  }
}
