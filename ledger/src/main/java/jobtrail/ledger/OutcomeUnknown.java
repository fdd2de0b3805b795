package jobtrail.ledger;

/**
 * The database did not say in time whether it stored the events. They may be stored, or not; look
 * before sending again.
 */
public class OutcomeUnknown extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OutcomeUnknown() {
    super("It is not known whether the change was stored");
  }
}
