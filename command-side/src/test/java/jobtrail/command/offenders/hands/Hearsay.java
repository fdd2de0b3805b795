package jobtrail.command.offenders.hands;

import jobtrail.ledger.Ledger;

/** No rule by its name, and yet what one is made of. */
record Hearsay(Ledger ledger) {

  boolean itIsSaid() {
    return ledger.writable();
  }
}
