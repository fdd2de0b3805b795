package jobtrail.command.platform;

import java.time.Instant;
import jobtrail.ledger.Appended;
import jobtrail.ledger.LedgerStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateLifecycle;

/**
 * When a stream's first and last event were recorded, kept by its shell. What was just decided has
 * no time yet: the ledger's writer gives it one, and then it is put right here, so that an answer
 * shows what a later read will show.
 */
public final class Times {

  private Instant created = Instant.EPOCH;
  private Instant updated = Instant.EPOCH;
  private transient boolean awaiting;

  /** One more event of the stream; its time is not yet the ledger's while the aggregate is live. */
  public void heard(Instant at) {
    boolean first = created.equals(Instant.EPOCH);
    created = first ? at : created;
    updated = at;
    if (AggregateLifecycle.isLive() && !awaiting) {
      awaiting = true;
      CurrentUnitOfWork.ifStarted(unit -> unit.afterCommit(stored -> settle(stored, first)));
    }
  }

  /** When the first event was recorded. */
  public Instant created() {
    return created;
  }

  /** When the last event was recorded. */
  public Instant updated() {
    return updated;
  }

  private void settle(UnitOfWork<?> unit, boolean first) {
    Appended appended = unit.root().getResource(LedgerStorageEngine.APPENDED);
    awaiting = false;
    if (appended != null) {
      updated = appended.recordedAt();
      created = first ? updated : created;
    }
  }
}
