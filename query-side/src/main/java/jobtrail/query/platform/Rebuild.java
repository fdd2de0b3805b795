package jobtrail.query.platform;

import org.springframework.stereotype.Component;

/** Builds a view anew from the first event on, while the other views go on. */
@Component
public class Rebuild {

  private final Positions positions;
  private final RebuildSql sql;
  private final ViewNode node;

  Rebuild(Positions positions, RebuildSql sql, ViewNode node) {
    this.positions = positions;
    this.sql = sql;
    this.node = node;
  }

  /** Empties the view and starts it over; false when there is no such view. */
  public synchronized boolean rebuild(String view) {
    ViewProcessor processor = positions.processors().get(view);
    if (processor == null) {
      return false;
    }
    processor.rebuilding(true);
    try {
      processor.shutDown();
      positions.emptying(
          view,
          () -> {
            sql.empty(processor.view(), node.name());
            processor.forgetAll();
          });
    } finally {
      processor.start();
      processor.rebuilding(false);
    }
    return true;
  }
}
