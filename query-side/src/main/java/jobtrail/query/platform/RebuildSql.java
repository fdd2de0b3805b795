package jobtrail.query.platform;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Empties a view, so that its processor starts over. */
@Component
class RebuildSql {

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;

  RebuildSql(JdbcClient viewsJdbc, TransactionOperations transactions) {
    this.jdbc = viewsJdbc;
    this.transactions = transactions;
  }

  /**
   * All in one transaction. The tokens become this node's own: another node that is in the middle
   * of a batch cannot store its token any more, and so nothing of the batch.
   */
  void empty(ViewTables<?> view, String owner) {
    transactions.executeWithoutResult(status -> {
      // First the tables: whoever is in the middle of a batch finishes it, token and all.
      jdbc.sql("truncate " + String.join(", ", view.tables())).update();
      jdbc.sql(
              "update views.token set token = null, token_type = null, owner = :owner, touched = :now where processor = :view")
          .param("owner", owner)
          .param("now", Instant.now().toString())
          .param("view", view.name())
          .update();
      jdbc.sql("delete from views.parked where processor = :view")
          .param("view", view.name())
          .update();
      jdbc.sql("delete from views.applied where processor = :view")
          .param("view", view.name())
          .update();
      jdbc.sql("select pg_notify(:channel, :look)")
          .param("channel", PositionsSql.CHANNEL)
          .param("look", PositionsSql.LOOK)
          .query((row, number) -> true)
          .list();
    });
  }
}
