package jobtrail.command.item;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A way for the customer to one proof.
 *
 * @param expiresAt from then on it leads nowhere
 * @param sending which sending of a proof it is meant for, from 1: the one that awaited an answer
 *     when it was made, or else the next
 * @param given what was answered by it; null while nothing was
 */
record ProofLink(String proofReference, Instant expiresAt, int sending, @Nullable Verdict given) {

  /** What was said to a proof. */
  enum Verdict {
    APPROVED,
    CHANGES_REQUESTED
  }

  ProofLink answered(Verdict verdict) {
    return new ProofLink(proofReference, expiresAt, sending, verdict);
  }
}
