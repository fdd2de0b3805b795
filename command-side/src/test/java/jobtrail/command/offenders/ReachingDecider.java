package jobtrail.command.offenders;

import jobtrail.ledger.Ledger;

/** Rules that read the ledger, and that are an object. */
class ReachingDecider {

  boolean decide(Ledger ledger) {
    return ledger.writable();
  }
}
