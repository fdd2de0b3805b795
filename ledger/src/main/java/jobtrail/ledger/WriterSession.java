package jobtrail.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The writer's own connection, what it remembers of the ledger's end, and whose turn it is: after
 * another node was faster, the writer takes the lead (an exclusive lock) for its next groups, so
 * that busy nodes take turns.
 */
final class WriterSession {

  static final int GROUPS_IN_THE_LEAD = 300;

  /**
   * A node that vanished in mid-turn must not keep the others waiting: the server ends its session
   * soon. And a plan made while the ledger was small must not stay when it has grown.
   */
  private static final String MANNERS =
      """
      set enable_seqscan = off;
      set idle_in_transaction_session_timeout = '5s';
      set tcp_keepalives_idle = 5;
      set tcp_keepalives_interval = 2;
      set tcp_keepalives_count = 3
      """;

  private static final Logger LOG = LoggerFactory.getLogger(WriterSession.class);

  private final LedgerConnections connections;
  private volatile @Nullable Connection connection;
  private volatile int groupsToLead;
  private @Nullable LedgerHead head;

  WriterSession(LedgerConnections connections) {
    this.connections = connections;
  }

  boolean connected() {
    return connection != null;
  }

  boolean leading() {
    return groupsToLead > 0;
  }

  /** The connection, opened when there is none. */
  Connection connection() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = connections.open("jobtrail ledger writer");
      connection = open;
      try (Statement statement = open.createStatement()) {
        statement.execute(MANNERS);
      }
    }
    return open;
  }

  /**
   * Where the next group is numbered on from. In the lead nobody else stores until {@link #commit}
   * or {@link #rollback}.
   */
  LedgerHead begin() throws SQLException {
    Connection open = connection();
    LedgerHead known = head;
    if (!leading()) {
      return known == null ? refresh() : known;
    }
    open.setAutoCommit(false);
    LedgerHead end = LedgerSql.lead(open);
    if (known != null && end.position() != known.position()) {
      groupsToLead = GROUPS_IN_THE_LEAD;
    }
    head = end;
    return end;
  }

  /** Makes durable what was sent in the lead; what was sent otherwise is durable already. */
  void commit() throws SQLException {
    Connection open = connection();
    if (!open.getAutoCommit()) {
      open.commit();
      open.setAutoCommit(true);
      groupsToLead = Math.max(0, groupsToLead - 1);
    }
  }

  void rollback() throws SQLException {
    Connection open = connection();
    if (!open.getAutoCommit()) {
      open.rollback();
      open.setAutoCommit(true);
    }
  }

  /** The ledger ends here now, by this writer's own doing. */
  void reached(LedgerHead end) {
    head = end;
  }

  /** Another node was faster. */
  void missed() throws SQLException {
    groupsToLead = GROUPS_IN_THE_LEAD;
    refresh();
  }

  /** Asks the database where the ledger ends. */
  LedgerHead refresh() throws SQLException {
    LedgerHead end = LedgerSql.head(connection());
    head = end;
    return end;
  }

  void disconnect() {
    head = null;
    Connection open = connection;
    connection = null;
    if (open != null) {
      try {
        open.close();
      } catch (SQLException e) {
        LOG.debug("A broken connection did not close cleanly", e);
      }
    }
  }

  /** Cuts the connection under whoever is using it. */
  void abort() {
    Connection open = connection;
    if (open != null) {
      try {
        open.abort(Runnable::run);
      } catch (SQLException e) {
        LOG.debug("A connection could not be cut", e);
      }
    }
  }
}
