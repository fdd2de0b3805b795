package jobtrail.ledger;

import org.axonframework.modelling.command.ConcurrencyException;

/**
 * Somebody else extended a stream first; nothing of this append was stored, and deciding again is
 * safe.
 */
public class StreamConflict extends ConcurrencyException {

  private static final long serialVersionUID = 1L;

  StreamConflict(String streamId, long sequenceNumber) {
    super("Event " + sequenceNumber + " of " + streamId + " was there first");
  }
}
