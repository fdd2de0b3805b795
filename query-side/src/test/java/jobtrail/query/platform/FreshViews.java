package jobtrail.query.platform;

import jobtrail.ledger.DatabaseAddress;
import jobtrail.ledger.TestPostgres;

/** Databases as they are after a first start: an empty ledger, and empty views. */
public final class FreshViews {

  private FreshViews() {}

  /** A database of one's own. */
  public static DatabaseAddress database() {
    return TestPostgres.freshLedger(ViewsConfiguration.viewsSchema());
  }
}
