package jobtrail.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jobtrail.events.PersonalText;
import jobtrail.events.item.ApprovedBy;
import jobtrail.events.item.ItemEvent;
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

/** Facts of prepress, in the words of its people. */
final class ItemFacts {

  private ItemFacts() {}

  static ItemId item(String name) {
    return new ItemId("item_" + name);
  }

  static JobItemAdded added(String name, String job, long number) {
    return new JobItemAdded(item(name), Shop.job(job), number, "Item " + name, 100, null);
  }

  /** An item that was added, and has come to a state since by the shortest way. */
  static List<ItemEvent> come(String name, String job, long number, ItemState to) {
    List<ItemEvent> facts = new ArrayList<>();
    facts.add(added(name, job, number));
    ItemState from = ItemState.AWAITING_ARTWORK;
    for (ItemState next : way(to)) {
      facts.add(moved(name, job, from, next));
      from = next;
    }
    return facts;
  }

  /** One move between two states, of which there has to be one. */
  static ItemEvent moved(String name, String job, ItemState from, ItemState to) {
    var id = item(name);
    var jobId = Shop.job(job);
    return switch (to) {
      case IN_REVIEW ->
          from == ItemState.READY_FOR_PRODUCTION
              ? new ItemReopened(id, jobId, "Look again")
              : new ArtworkReceived(id, jobId, from, 1, List.of());
      case CUSTOMER_NOTIFIED -> new IssuesReported(id, jobId, List.of("Blurred"));
      case PROOF_SENT -> new ProofSent(id, jobId, from, "P-1", 1);
      case PROOF_CHANGES_REQUESTED -> new ProofChangesRequested(id, jobId, "Bigger", null);
      case READY_FOR_PRODUCTION ->
          new ItemApproved(
              id,
              jobId,
              from,
              ApprovedBy.INTERNAL,
              PersonalText.of("approver-of-item_" + name, "Ada"),
              null);
      case COMPLETE ->
          from == ItemState.ARCHIVED ? new ItemRestored(id, jobId) : new ItemCompleted(id, jobId);
      case CANCELLED -> new ItemCancelled(id, jobId, from, "Not wanted");
      case ARCHIVED -> new ItemArchived(id, jobId);
      case AWAITING_ARTWORK -> throw new IllegalArgumentException("Nothing leads back there");
    };
  }

  /** Where an item may go from a state; it stays where it is when there is nowhere. */
  static ItemState anyNext(ItemState from, Random random) {
    List<ItemState> next =
        switch (from) {
          case AWAITING_ARTWORK -> List.of(ItemState.IN_REVIEW, ItemState.CANCELLED);
          case CUSTOMER_NOTIFIED -> List.of(ItemState.IN_REVIEW, ItemState.CANCELLED);
          case IN_REVIEW ->
              List.of(
                  ItemState.CUSTOMER_NOTIFIED,
                  ItemState.PROOF_SENT,
                  ItemState.READY_FOR_PRODUCTION);
          case PROOF_SENT ->
              List.of(ItemState.PROOF_CHANGES_REQUESTED, ItemState.READY_FOR_PRODUCTION);
          case PROOF_CHANGES_REQUESTED -> List.of(ItemState.PROOF_SENT, ItemState.IN_REVIEW);
          case READY_FOR_PRODUCTION -> List.of(ItemState.IN_REVIEW, ItemState.COMPLETE);
          case COMPLETE -> List.of(ItemState.ARCHIVED);
          case ARCHIVED -> List.of(ItemState.COMPLETE);
          case CANCELLED -> List.of(from);
        };
    return next.get(random.nextInt(next.size()));
  }

  private static List<ItemState> way(ItemState to) {
    List<ItemState> before =
        switch (to) {
          case AWAITING_ARTWORK, IN_REVIEW, CANCELLED -> List.of();
          case CUSTOMER_NOTIFIED, PROOF_SENT, READY_FOR_PRODUCTION -> List.of(ItemState.IN_REVIEW);
          case PROOF_CHANGES_REQUESTED -> way(ItemState.PROOF_SENT);
          case COMPLETE -> way(ItemState.READY_FOR_PRODUCTION);
          case ARCHIVED -> way(ItemState.COMPLETE);
        };
    return to == ItemState.AWAITING_ARTWORK
        ? List.of()
        : Stream.concat(before.stream(), Stream.of(to)).toList();
  }
}
