package jobtrail.command.path;

import java.util.Set;
import java.util.stream.Collectors;
import jobtrail.command.platform.LedgerFollower;
import jobtrail.events.path.PathId;
import jobtrail.events.path.StepId;
import jobtrail.ledger.Ledger;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Knows which steps serials stand on or owe; asked only before a path's steps change. */
@Component
class Standing implements OccupiedSteps, InitializingBean, DisposableBean {

  private final StandingSql sql;
  private final LedgerFollower follower;

  Standing(StandingSql sql, Ledger ledger) {
    this.sql = sql;
    this.follower = new LedgerFollower(ledger, sql.follower(), "standing");
  }

  /**
   * The steps of a path that serials stand on or owe, as of the ledger's end at the time of asking.
   */
  @Override
  public Set<StepId> of(PathId pathId) {
    follower.toTheEnd();
    return sql.occupiedSteps(pathId.value()).stream().map(StepId::new).collect(Collectors.toSet());
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
