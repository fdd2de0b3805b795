package jobtrail.command.priority;

import java.util.Collection;
import jobtrail.command.platform.LedgerFollower;
import jobtrail.ledger.Ledger;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Knows which jobs are open; asked only when somebody puts jobs in order. */
@Component
class OpenJobs implements ShopJobs, InitializingBean, DisposableBean {

  private final OpenJobsSql sql;
  private final LedgerFollower follower;

  OpenJobs(OpenJobsSql sql, Ledger ledger) {
    this.sql = sql;
    this.follower = new LedgerFollower(ledger, sql.follower(), "open-jobs");
  }

  @Override
  public Known among(Collection<String> named) {
    follower.toTheEnd();
    return sql.known(named);
  }

  @Override
  public void afterPropertiesSet() {
    follower.start();
  }

  @Override
  public void destroy() {
    follower.close();
  }
}
