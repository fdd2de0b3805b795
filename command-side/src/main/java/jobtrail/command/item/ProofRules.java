package jobtrail.command.item;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import jobtrail.command.item.ItemCommand.AnswerProof;
import jobtrail.command.item.ItemCommand.IssueProofLink;
import jobtrail.command.item.ItemCommand.ProofAnswer;
import jobtrail.command.item.ItemCommand.UploadProof;
import jobtrail.command.item.ItemRefused.Reason;
import jobtrail.command.item.JobItemState.Added;
import jobtrail.command.item.ProofLink.Verdict;
import jobtrail.events.item.ApprovedBy;
import jobtrail.events.item.ItemEvent;
import jobtrail.events.item.ItemEvent.ItemApproved;
import jobtrail.events.item.ItemEvent.ProofChangesRequested;
import jobtrail.events.item.ItemEvent.ProofLinkIssued;
import jobtrail.events.item.ItemEvent.ProofUploaded;
import jobtrail.events.item.ItemId;
import jobtrail.events.item.ItemState;
import jobtrail.events.job.JobId;
import org.jspecify.annotations.Nullable;

/** The rules of an item's proofs: which may be put on file, shown to the customer and answered. */
final class ProofRules {

  private static final Set<ItemState> IN_THE_MAKING =
      EnumSet.of(ItemState.IN_REVIEW, ItemState.PROOF_SENT, ItemState.PROOF_CHANGES_REQUESTED);

  private static final Set<ItemState> PAST_ANSWERING =
      EnumSet.of(
          ItemState.READY_FOR_PRODUCTION,
          ItemState.COMPLETE,
          ItemState.CANCELLED,
          ItemState.ARCHIVED);

  private ProofRules() {}

  /** While one proof awaits its answer a newer one may be got ready. */
  static ItemEvent upload(UploadProof command, Added item) {
    if (!IN_THE_MAKING.contains(item.state())) {
      throw ItemRefused.notAllowed(
          item, "A proof cannot be put on file while an item is " + item.state().word());
    }
    if (item.proofs().known().contains(command.proofReference())) {
      throw new ItemRefused(
          Reason.PROOF_TAKEN, "There is a proof " + command.proofReference() + " already");
    }
    return new ProofUploaded(
        item.line().itemId(), item.line().jobId(), command.proofReference(), command.file());
  }

  static ItemEvent link(IssueProofLink command, Added item) {
    if (PAST_ANSWERING.contains(item.state())) {
      throw new ItemRefused(
          Reason.PAST_ANSWERING, "An item that is " + item.state().word() + " has no open proof");
    }
    Proofs proofs = item.proofs();
    String asked = command.proofReference();
    String reference = asked == null ? shownByDefault(item) : asked;
    if (reference == null) {
      throw new ItemRefused(Reason.NO_PROOF, "No proof of this item is on file");
    }
    if (!proofs.uploaded().containsKey(reference)) {
      throw new ItemRefused(Reason.PROOF_UNKNOWN, "Proof not on file: " + reference);
    }
    if (proofs.overtaken(reference)) {
      throw new ItemRefused(Reason.PROOF_OVERTAKEN, "A newer proof has been sent");
    }
    return new ProofLinkIssued(
        item.line().itemId(),
        item.line().jobId(),
        reference,
        command.tokenSha256(),
        command.expiresAt());
  }

  private static @Nullable String shownByDefault(Added item) {
    Proofs proofs = item.proofs();
    return item.state() == ItemState.PROOF_SENT ? proofs.sent() : proofs.latest();
  }

  static ItemEvent answer(AnswerProof command, Added item) {
    ItemRefused refused = whyNot(command.tokenSha256(), command.now(), item);
    if (refused != null) {
      throw refused;
    }
    ItemId id = item.line().itemId();
    JobId job = item.line().jobId();
    String token = command.tokenSha256();
    return switch (command.answer()) {
      case ProofAnswer.Approve approval ->
          new ItemApproved(id, job, item.state(), ApprovedBy.CUSTOMER, approval.name(), token);
      case ProofAnswer.AskForChanges changes ->
          new ProofChangesRequested(id, job, changes.feedback(), token);
    };
  }

  /**
   * Why a proof cannot be answered by a link now; null when it can. What was answered is told
   * before anything else: to who comes second it says more than that a link is old.
   */
  static @Nullable ItemRefused whyNot(String tokenSha256, Instant now, Added item) {
    Proofs proofs = item.proofs();
    ProofLink link = proofs.links().get(tokenSha256);
    if (link == null) {
      return new ItemRefused(Reason.LINK_UNKNOWN, "There is no such link");
    }
    if (link.given() != null) {
      return answered(link.given());
    }
    if (item.state() == ItemState.CANCELLED) {
      return new ItemRefused(Reason.LINK_WITHDRAWN, "The item was cancelled");
    }
    if (proofs.superseded(link)) {
      return new ItemRefused(Reason.LINK_SUPERSEDED, "Another proof was sent since");
    }
    if (proofs.sendings() == link.sending() && proofs.verdict() != null) {
      return answered(proofs.verdict());
    }
    if (!now.isBefore(link.expiresAt())) {
      return new ItemRefused(Reason.LINK_EXPIRED, "The link has expired");
    }
    if (PAST_ANSWERING.contains(item.state())) {
      return new ItemRefused(Reason.LINK_WITHDRAWN, "The item was approved without this proof");
    }
    if (item.state() != ItemState.PROOF_SENT || proofs.sendings() != link.sending()) {
      return new ItemRefused(Reason.NOT_SENT_YET, "The proof has not been sent yet");
    }
    return null;
  }

  private static ItemRefused answered(Verdict verdict) {
    return new ItemRefused(
        Reason.ALREADY_ANSWERED,
        switch (verdict) {
          case APPROVED -> "The proof has been approved already";
          case CHANGES_REQUESTED -> "Changes to the proof have been asked for already";
        });
  }
}
