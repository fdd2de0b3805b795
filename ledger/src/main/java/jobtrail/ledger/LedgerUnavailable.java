package jobtrail.ledger;

/** The ledger could not be asked. Nothing was stored; the same request may be sent again. */
public class LedgerUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LedgerUnavailable(String message) {
    super(message);
  }

  LedgerUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
