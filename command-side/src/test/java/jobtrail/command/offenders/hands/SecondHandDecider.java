package jobtrail.command.offenders.hands;

/** Asks somebody who asks the ledger. */
final class SecondHandDecider {

  private SecondHandDecider() {}

  static boolean decide(Hearsay hearsay) {
    return hearsay.itIsSaid();
  }
}
