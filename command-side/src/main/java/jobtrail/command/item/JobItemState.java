package jobtrail.command.item;

import java.util.List;
import jobtrail.command.item.ProofLink.Verdict;
import jobtrail.events.item.ItemEvent;
import jobtrail.events.item.ItemEvent.ArtworkAdded;
import jobtrail.events.item.ItemEvent.ArtworkReceived;
import jobtrail.events.item.ItemEvent.IssuesReported;
import jobtrail.events.item.ItemEvent.ItemApproved;
import jobtrail.events.item.ItemEvent.ItemArchived;
import jobtrail.events.item.ItemEvent.ItemCancelled;
import jobtrail.events.item.ItemEvent.ItemCompleted;
import jobtrail.events.item.ItemEvent.ItemReopened;
import jobtrail.events.item.ItemEvent.ItemRestored;
import jobtrail.events.item.ItemEvent.JobItemAdded;
import jobtrail.events.item.ItemEvent.ProofChangesRequested;
import jobtrail.events.item.ItemEvent.ProofLinkIssued;
import jobtrail.events.item.ItemEvent.ProofSent;
import jobtrail.events.item.ItemEvent.ProofUploaded;
import jobtrail.events.item.ItemFile;
import jobtrail.events.item.ItemState;

/** A job item, as far as its own rules have to know it. */
sealed interface JobItemState {

  /** The state after one more event. */
  JobItemState evolve(ItemEvent event);

  record NotAdded() implements JobItemState {

    @Override
    public JobItemState evolve(ItemEvent event) {
      if (event instanceof JobItemAdded line) {
        return new Added(line, ItemState.AWAITING_ARTWORK, 0, List.of(), Proofs.NONE);
      }
      throw new IllegalStateException(event + " happened to an item that was never added");
    }
  }

  /**
   * Part of a job.
   *
   * @param line what was ordered
   * @param state how far it has come
   * @param artworkVersion how many times artwork has come
   * @param artwork the files that came last
   */
  record Added(
      JobItemAdded line, ItemState state, int artworkVersion, List<ItemFile> artwork, Proofs proofs)
      implements JobItemState {

    public Added {
      artwork = List.copyOf(artwork);
    }

    @Override
    public JobItemState evolve(ItemEvent event) {
      return switch (event) {
        case JobItemAdded again -> throw new IllegalStateException(again + " happened twice");
        case ArtworkReceived came ->
            new Added(line, came.to(), came.artworkVersion(), came.files(), proofs);
        case ArtworkAdded came ->
            new Added(line, state, came.artworkVersion(), came.files(), proofs);
        case ProofUploaded proof ->
            with(proofs.uploaded(proof.proofReference(), proof.file()), state);
        case ProofSent proof -> with(proofs.sent(proof.proofReference()), proof.to());
        case ProofLinkIssued link ->
            with(proofs.linked(link, state == ItemState.PROOF_SENT), state);
        case ProofChangesRequested answer ->
            with(proofs.answered(Verdict.CHANGES_REQUESTED, answer.linkSha256()), answer.to());
        // Who agreed is not kept: a name that is erased in the ledger must not live on here.
        case ItemApproved answer when answer.from() == ItemState.PROOF_SENT ->
            with(proofs.answered(Verdict.APPROVED, answer.linkSha256()), answer.to());
        case ItemApproved unseen -> with(proofs, unseen.to());
        case IssuesReported move -> with(proofs, move.to());
        case ItemReopened move -> with(proofs, move.to());
        case ItemCompleted move -> with(proofs, move.to());
        case ItemCancelled move -> with(proofs, move.to());
        case ItemArchived move -> with(proofs, move.to());
        case ItemRestored move -> with(proofs, move.to());
      };
    }

    private Added with(Proofs changed, ItemState next) {
      return new Added(line, next, artworkVersion, artwork, changed);
    }
  }
}
