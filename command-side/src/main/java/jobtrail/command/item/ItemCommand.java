package jobtrail.command.item;

import java.time.Instant;
import java.util.List;
import jobtrail.command.platform.Addressed;
import jobtrail.command.platform.Storing;
import jobtrail.events.PersonalText;
import jobtrail.events.item.ItemFile;
import jobtrail.events.item.ItemId;
import jobtrail.events.item.ItemState;
import jobtrail.events.job.JobEvent.JobCreated;
import jobtrail.events.job.JobId;
import org.jspecify.annotations.Nullable;

/** What can be asked of job items. */
sealed interface ItemCommand extends Addressed {

  /**
   * Add product lines to a job.
   *
   * @param job taken in together with them, all or nothing; null for a job that is there already
   * @param lines at least one, in the order of the customer's list
   */
  record AddItems(JobId jobId, @Nullable JobCreated job, List<Line> lines) implements ItemCommand {

    public AddItems {
      lines = List.copyOf(lines);
    }

    @Override
    public String streamId() {
      return jobId.value();
    }
  }

  /** A product line that is to become an item. */
  record Line(ItemId itemId, String name, int quantity, @Nullable String productCode) {}

  /**
   * Bring each of many items into a state, every item once.
   *
   * @param commands at least one, in the order they are answered
   * @param storing what is stored of it
   */
  record TransitionItems(List<TransitionJobItem> commands, Storing storing) implements ItemCommand {

    public TransitionItems {
      commands = List.copyOf(commands);
    }

    @Override
    public String streamId() {
      return commands.getFirst().streamId();
    }
  }

  /** What can be asked of one item that is there. */
  sealed interface OfOne extends ItemCommand {

    ItemId itemId();

    @Override
    default String streamId() {
      return itemId().value();
    }
  }

  /** Bring an item into a state. */
  record TransitionJobItem(ItemId itemId, ItemState to, MoveDetails details) implements OfOne {}

  /**
   * Take in artwork that was uploaded, which is then to be checked.
   *
   * @param files at least one, each uploaded
   */
  record ReceiveArtwork(ItemId itemId, List<ItemFile> files) implements OfOne {

    public ReceiveArtwork {
      files = List.copyOf(files);
    }
  }

  /**
   * Put a proof on file; nobody is sent anything yet.
   *
   * @param proofReference a new one
   */
  record UploadProof(ItemId itemId, String proofReference, ItemFile file) implements OfOne {}

  /**
   * Let the customer see and answer a proof that is on file.
   *
   * @param proofReference null for the one that awaits an answer, or else the latest on file
   * @param tokenSha256 of the secret part of the link
   */
  record IssueProofLink(
      ItemId itemId, @Nullable String proofReference, String tokenSha256, Instant expiresAt)
      implements OfOne {}

  /**
   * Answer a proof by a link.
   *
   * @param tokenSha256 of the secret that the caller brought
   * @param now when they did
   */
  record AnswerProof(ItemId itemId, String tokenSha256, Instant now, ProofAnswer answer)
      implements OfOne {}

  /** What a customer says to a proof. */
  sealed interface ProofAnswer {

    /** It may be produced as it is shown. */
    record Approve(PersonalText name) implements ProofAnswer {}

    /** It is to be changed. */
    record AskForChanges(String feedback) implements ProofAnswer {}
  }
}
