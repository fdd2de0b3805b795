package jobtrail.command.path;

import java.util.Optional;
import jobtrail.command.platform.LedgerFollower;
import jobtrail.command.platform.StepPaths;
import jobtrail.events.path.PathId;
import jobtrail.events.path.StepId;
import jobtrail.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * Knows which path a step belongs to, in use or retired. A step never changes its path, so the
 * ledger is followed only when somebody asks for a step that is not known yet.
 */
@Component
class StepIndex implements StepPaths, InitializingBean, DisposableBean {

  private final StepIndexSql sql;
  private final LedgerFollower follower;

  StepIndex(StepIndexSql sql, Ledger ledger) {
    this.sql = sql;
    this.follower = new LedgerFollower(ledger, sql.follower(), "steps");
  }

  /** The step's path, as of the ledger's end at the time of asking; empty when there is none. */
  @Override
  public Optional<PathId> pathOf(StepId stepId) {
    @Nullable String known = sql.pathOf(stepId.value());
    if (known == null) {
      follower.toTheEnd();
      known = sql.pathOf(stepId.value());
    }
    return Optional.ofNullable(known).map(PathId::new);
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
