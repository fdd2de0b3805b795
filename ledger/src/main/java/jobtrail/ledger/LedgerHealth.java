package jobtrail.ledger;

import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether this node can write to the ledger, and how far it knows it to reach. */
final class LedgerHealth extends AbstractHealthIndicator {

  private final Ledger ledger;

  LedgerHealth(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  protected void doHealthCheck(Health.Builder builder) {
    builder.status(ledger.writable() ? "UP" : "DOWN").withDetail("position", ledger.knownHead());
  }
}
