package jobtrail.ledger;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Numbers that rise for ever, across restarts and nodes. One row each, taken in one autocommitted
 * statement.
 */
public final class Counters {

  private final JdbcClient jdbc;

  Counters(DataSource pool) {
    this.jdbc = JdbcClient.create(pool);
  }

  /**
   * Takes {@code count} consecutive numbers. What is taken never comes back: a command that fails
   * later leaves a hole.
   *
   * @param name of the counter, for example {@code serial}
   * @return the first of them
   */
  public long take(String name, int count) {
    long last =
        jdbc.sql("update ledger.counter set last = last + :count where name = :name returning last")
            .param("count", count)
            .param("name", name)
            .query(Long.class)
            .single();
    return last - count + 1;
  }
}
