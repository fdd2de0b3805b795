package jobtrail.events.item;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import jobtrail.events.DomainEvent;
import jobtrail.events.PersonalText;
import jobtrail.events.StoredAs;
import jobtrail.events.StreamType;
import jobtrail.events.job.JobId;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a job item, in the order it usually happens. */
@StreamType("item")
public sealed interface ItemEvent extends DomainEvent {

  ItemId itemId();

  @Override
  JobId jobId();

  @Override
  default String streamId() {
    return itemId().value();
  }

  /** The state it left; null when it left none, because it is new or nothing but a paper came. */
  default @Nullable ItemState from() {
    return null;
  }

  /** The state it came to; null when it stayed where it was. */
  default @Nullable ItemState to() {
    return null;
  }

  /**
   * A product line was ordered.
   *
   * @param number the item's own number, from a counter of all items
   * @param quantity how many are ordered, at least 1
   * @param productCode what it is called in the shop's catalogue; null when it is in none
   */
  @StoredAs("item.added")
  record JobItemAdded(
      ItemId itemId,
      JobId jobId,
      long number,
      String name,
      int quantity,
      @Nullable String productCode)
      implements ItemEvent {

    public JobItemAdded {
      require(itemId, jobId);
      Objects.requireNonNull(name, "name");
      if (number < 1 || quantity < 1) {
        throw new IllegalArgumentException("number or quantity is missing");
      }
    }

    @Override
    public ItemState to() {
      return ItemState.AWAITING_ARTWORK;
    }
  }

  /**
   * Something to print from has come, and is to be checked.
   *
   * @param artworkVersion how many times artwork has come by now, from 1
   * @param files what it consists of; empty when nobody said
   */
  @StoredAs("item.artwork-received")
  record ArtworkReceived(
      ItemId itemId, JobId jobId, ItemState from, int artworkVersion, List<ItemFile> files)
      implements ItemEvent {

    public ArtworkReceived {
      require(itemId, jobId);
      Objects.requireNonNull(from, "from");
      requireVersion(artworkVersion);
      files = List.copyOf(files);
    }

    @Override
    public ItemState to() {
      return ItemState.IN_REVIEW;
    }
  }

  /**
   * While an item was being checked, another version of its artwork came.
   *
   * @param artworkVersion how many times artwork has come by now, from 1
   */
  @StoredAs("item.artwork-added")
  record ArtworkAdded(ItemId itemId, JobId jobId, int artworkVersion, List<ItemFile> files)
      implements ItemEvent {

    public ArtworkAdded {
      require(itemId, jobId);
      requireVersion(artworkVersion);
      files = List.copyOf(files);
    }
  }

  /**
   * The artwork cannot be used as it is, and the customer was told so.
   *
   * @param issues what is wrong with it, at least one
   */
  @StoredAs("item.issues-reported")
  record IssuesReported(ItemId itemId, JobId jobId, List<String> issues) implements ItemEvent {

    public IssuesReported {
      require(itemId, jobId);
      issues = List.copyOf(issues);
      if (issues.isEmpty()) {
        throw new IllegalArgumentException("issues are missing");
      }
    }

    @Override
    public ItemState from() {
      return ItemState.IN_REVIEW;
    }

    @Override
    public ItemState to() {
      return ItemState.CUSTOMER_NOTIFIED;
    }
  }

  /**
   * A proof was put on file; nobody was sent anything yet.
   *
   * @param proofReference under which it is known from now on
   */
  @StoredAs("item.proof-uploaded")
  record ProofUploaded(ItemId itemId, JobId jobId, String proofReference, ItemFile file)
      implements ItemEvent {

    public ProofUploaded {
      require(itemId, jobId);
      Objects.requireNonNull(proofReference, "proofReference");
      Objects.requireNonNull(file, "file");
    }
  }

  /**
   * A proof went out to be answered.
   *
   * @param proofReference of an uploaded proof, or whatever the shop calls one that is elsewhere
   * @param artworkVersion version of the artwork that it shows
   */
  @StoredAs("item.proof-sent")
  record ProofSent(
      ItemId itemId, JobId jobId, ItemState from, String proofReference, int artworkVersion)
      implements ItemEvent {

    public ProofSent {
      require(itemId, jobId);
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(proofReference, "proofReference");
      requireVersion(artworkVersion);
    }

    @Override
    public ItemState to() {
      return ItemState.PROOF_SENT;
    }
  }

  /**
   * The customer may see one uploaded proof, and answer it, without being known to the shop.
   *
   * @param tokenSha256 of the secret part of the link, which itself stands nowhere; 64 hexadecimal
   *     digits in lower case
   * @param expiresAt from then on it leads nowhere
   */
  @StoredAs("item.proof-link-issued")
  record ProofLinkIssued(
      ItemId itemId, JobId jobId, String proofReference, String tokenSha256, Instant expiresAt)
      implements ItemEvent {

    public ProofLinkIssued {
      require(itemId, jobId);
      Objects.requireNonNull(proofReference, "proofReference");
      Objects.requireNonNull(tokenSha256, "tokenSha256");
      Objects.requireNonNull(expiresAt, "expiresAt");
    }
  }

  /**
   * The proof is not what the customer wants.
   *
   * @param feedback what is to be changed
   * @param linkSha256 the link by which the customer said so, see {@link ProofLinkIssued}; null
   *     when somebody of the shop wrote it down
   */
  @StoredAs("item.proof-changes-requested")
  record ProofChangesRequested(
      ItemId itemId, JobId jobId, String feedback, @Nullable String linkSha256)
      implements ItemEvent {

    public ProofChangesRequested {
      require(itemId, jobId);
      Objects.requireNonNull(feedback, "feedback");
    }

    @Override
    public ItemState from() {
      return ItemState.PROOF_SENT;
    }

    @Override
    public ItemState to() {
      return ItemState.PROOF_CHANGES_REQUESTED;
    }
  }

  /**
   * It may be produced.
   *
   * @param name of the person who approved it
   * @param linkSha256 the link by which the customer said so, see {@link ProofLinkIssued}; null
   *     when somebody of the shop wrote it down
   */
  @StoredAs("item.approved")
  record ItemApproved(
      ItemId itemId,
      JobId jobId,
      ItemState from,
      ApprovedBy approvedBy,
      PersonalText name,
      @Nullable String linkSha256)
      implements ItemEvent {

    public ItemApproved {
      require(itemId, jobId);
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(approvedBy, "approvedBy");
      Objects.requireNonNull(name, "name");
    }

    @Override
    public ItemState to() {
      return ItemState.READY_FOR_PRODUCTION;
    }
  }

  /** The approval was taken back, and it is checked again. */
  @StoredAs("item.reopened")
  record ItemReopened(ItemId itemId, JobId jobId, String reason) implements ItemEvent {

    public ItemReopened {
      require(itemId, jobId);
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public ItemState from() {
      return ItemState.READY_FOR_PRODUCTION;
    }

    @Override
    public ItemState to() {
      return ItemState.IN_REVIEW;
    }
  }

  @StoredAs("item.completed")
  record ItemCompleted(ItemId itemId, JobId jobId) implements ItemEvent {

    public ItemCompleted {
      require(itemId, jobId);
    }

    @Override
    public ItemState from() {
      return ItemState.READY_FOR_PRODUCTION;
    }

    @Override
    public ItemState to() {
      return ItemState.COMPLETE;
    }
  }

  /** It is no longer wanted, for good. */
  @StoredAs("item.cancelled")
  record ItemCancelled(ItemId itemId, JobId jobId, ItemState from, String reason)
      implements ItemEvent {

    public ItemCancelled {
      require(itemId, jobId);
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public ItemState to() {
      return ItemState.CANCELLED;
    }
  }

  /** A complete item was put away. */
  @StoredAs("item.archived")
  record ItemArchived(ItemId itemId, JobId jobId) implements ItemEvent {

    public ItemArchived {
      require(itemId, jobId);
    }

    @Override
    public ItemState from() {
      return ItemState.COMPLETE;
    }

    @Override
    public ItemState to() {
      return ItemState.ARCHIVED;
    }
  }

  /** An item that had been put away is looked at again. */
  @StoredAs("item.restored")
  record ItemRestored(ItemId itemId, JobId jobId) implements ItemEvent {

    public ItemRestored {
      require(itemId, jobId);
    }

    @Override
    public ItemState from() {
      return ItemState.ARCHIVED;
    }

    @Override
    public ItemState to() {
      return ItemState.COMPLETE;
    }
  }

  private static void require(ItemId itemId, JobId jobId) {
    Objects.requireNonNull(itemId, "itemId");
    Objects.requireNonNull(jobId, "jobId");
  }

  private static void requireVersion(int artworkVersion) {
    if (artworkVersion < 1) {
      throw new IllegalArgumentException("artworkVersion is missing");
    }
  }
}
