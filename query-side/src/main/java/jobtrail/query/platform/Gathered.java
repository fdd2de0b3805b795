package jobtrail.query.platform;

/** What a batch of events changes in one view: gathered in memory, written once at its end. */
public interface Gathered {

  /** Writes all of it with a few statements, in the transaction that also stores the token. */
  void write();
}
