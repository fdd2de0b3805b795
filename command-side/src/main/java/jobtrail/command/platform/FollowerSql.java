package jobtrail.command.platform;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills a feature's own tables from the stored events, in the database itself: bite by bite, one
 * node at a time, each bite together with how far the tables have come.
 */
public final class FollowerSql {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final String progress;
  private final Bite bite;

  /**
   * For tables that are filled by {@code bite}.
   *
   * @param progress table whose one row holds the position up to which the tables are filled; it is
   *     also the lock between nodes
   */
  public FollowerSql(DataSource pool, String progress, Bite bite) {
    jdbc = JdbcClient.create(pool);
    transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
    this.progress = progress;
    this.bite = bite;
  }

  /** Takes in the events behind {@code from} and up to {@code to}, in the caller's transaction. */
  @FunctionalInterface
  public interface Bite {
    void take(long from, long to);
  }

  /**
   * Follows on by at most {@code most} events.
   *
   * @return the position up to which the tables are filled now
   */
  long follow(long upTo, int most) {
    Long reached = transaction.execute(status -> followLocked(upTo, most));
    return reached == null ? 0 : reached;
  }

  private long followLocked(long upTo, int most) {
    long from =
        jdbc.sql("select position from " + progress + " for update").query(Long.class).single();
    long to = Math.min(upTo, from + most);
    if (to <= from) {
      return from;
    }
    bite.take(from, to);
    jdbc.sql("update " + progress + " set position = :to").param("to", to).update();
    return to;
  }
}
