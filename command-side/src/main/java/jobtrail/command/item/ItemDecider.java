package jobtrail.command.item;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.stream.IntStream;
import jobtrail.command.item.ItemCommand.AddItems;
import jobtrail.command.item.ItemCommand.AnswerProof;
import jobtrail.command.item.ItemCommand.IssueProofLink;
import jobtrail.command.item.ItemCommand.Line;
import jobtrail.command.item.ItemCommand.OfOne;
import jobtrail.command.item.ItemCommand.ReceiveArtwork;
import jobtrail.command.item.ItemCommand.TransitionJobItem;
import jobtrail.command.item.ItemCommand.UploadProof;
import jobtrail.command.item.JobItemState.Added;
import jobtrail.events.item.ApprovedBy;
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
import jobtrail.events.item.ItemEvent.ProofSent;
import jobtrail.events.item.ItemId;
import jobtrail.events.item.ItemState;
import jobtrail.events.job.JobId;
import org.jspecify.annotations.Nullable;

/** The rules of a job item: which moves there are stands in {@link ItemMove}. */
final class ItemDecider {

  private ItemDecider() {}

  /** New items, numbered one after the other. */
  static List<JobItemAdded> decide(AddItems command, long firstNumber) {
    return IntStream.range(0, command.lines().size())
        .mapToObj(i -> {
          Line line = command.lines().get(i);
          return new JobItemAdded(
              line.itemId(),
              command.jobId(),
              firstNumber + i,
              line.name(),
              line.quantity(),
              line.productCode());
        })
        .toList();
  }

  /**
   * Whether an item has just what is asked: who uploads the same files again, since no answer came,
   * finds them there.
   */
  static boolean isDone(OfOne command, Added item) {
    return command instanceof ReceiveArtwork artwork
        && item.state() == ItemState.IN_REVIEW
        && item.artwork().equals(artwork.files());
  }

  /** What happens when an item is asked something. */
  static ItemEvent decide(OfOne command, Added item) {
    return switch (command) {
      case TransitionJobItem move -> move(move, item);
      case ReceiveArtwork artwork -> receive(artwork, item);
      case UploadProof proof -> ProofRules.upload(proof, item);
      case IssueProofLink link -> ProofRules.link(link, item);
      case AnswerProof answer -> ProofRules.answer(answer, item);
    };
  }

  private static ItemEvent move(TransitionJobItem command, Added item) {
    ItemState from = item.state();
    ItemMove move =
        ItemMove.between(from, command.to())
            .orElseThrow(() ->
                ItemRefused.notAllowed(
                    item, "An item cannot go from " + from.word() + " to " + command.to().word()));
    MoveDetails said = command.details();
    said.faults().stream()
        .filter(fault -> move.asksFor(fault.detail()))
        .findFirst()
        .ifPresent(fault -> {
          throw ItemRefused.detail(fault.field(), fault.message());
        });
    ItemId id = item.line().itemId();
    JobId job = item.line().jobId();
    return switch (move) {
      case RECEIVE_ARTWORK ->
          new ArtworkReceived(id, job, from, item.artworkVersion() + 1, said.files());
      case REPORT_ISSUES -> new IssuesReported(id, job, issues(said));
      case SEND_PROOF ->
          new ProofSent(
              id,
              job,
              from,
              required("proofReference", said.proofReference()),
              shownVersion(said, item));
      case REQUEST_CHANGES ->
          new ProofChangesRequested(id, job, required("feedback", said.feedback()), null);
      case APPROVE_PROOF, APPROVE_UNSEEN ->
          new ItemApproved(
              id, job, from, approvedBy(said, move), required("name", said.name()), null);
      case REOPEN -> new ItemReopened(id, job, required("reason", said.reason()));
      case FINISH -> new ItemCompleted(id, job);
      case CANCEL -> new ItemCancelled(id, job, from, required("reason", said.reason()));
      case ARCHIVE -> new ItemArchived(id, job);
      case RESTORE -> new ItemRestored(id, job);
    };
  }

  /** While an item is checked, more artwork is another version and no move. */
  private static ItemEvent receive(ReceiveArtwork command, Added item) {
    ItemId id = item.line().itemId();
    JobId job = item.line().jobId();
    int version = item.artworkVersion() + 1;
    if (item.state() == ItemState.IN_REVIEW) {
      return new ArtworkAdded(id, job, version, command.files());
    }
    return ItemMove.between(item.state(), ItemState.IN_REVIEW)
        .filter(move -> move == ItemMove.RECEIVE_ARTWORK)
        .map(move -> new ArtworkReceived(id, job, item.state(), version, command.files()))
        .orElseThrow(() ->
            ItemRefused.notAllowed(
                item, "Artwork cannot be taken in while an item is " + item.state().word()));
  }

  private static List<String> issues(MoveDetails said) {
    if (said.issues().isEmpty()) {
      throw ItemRefused.detail("issues", "is required");
    }
    return said.issues();
  }

  private static int shownVersion(MoveDetails said, Added item) {
    int version = requireNonNullElse(said.artworkVersion(), item.artworkVersion());
    if (version < 1 || version > item.artworkVersion()) {
      throw ItemRefused.detail(
          "artworkVersion", "must be a version that has come, 1 to " + item.artworkVersion());
    }
    return version;
  }

  private static ApprovedBy approvedBy(MoveDetails said, ItemMove move) {
    ApprovedBy by = required("approvedBy", said.approvedBy());
    if (by == ApprovedBy.CUSTOMER && move != ItemMove.APPROVE_PROOF) {
      throw ItemRefused.detail(
          "approvedBy", "can be customer only while a proof awaits the customer's answer");
    }
    return by;
  }

  private static <T> T required(String field, @Nullable T said) {
    if (said == null) {
      throw ItemRefused.detail(field, "is required");
    }
    return said;
  }
}
