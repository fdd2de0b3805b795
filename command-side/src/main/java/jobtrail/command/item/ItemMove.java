package jobtrail.command.item;

import static jobtrail.events.item.ItemState.ARCHIVED;
import static jobtrail.events.item.ItemState.AWAITING_ARTWORK;
import static jobtrail.events.item.ItemState.CANCELLED;
import static jobtrail.events.item.ItemState.COMPLETE;
import static jobtrail.events.item.ItemState.CUSTOMER_NOTIFIED;
import static jobtrail.events.item.ItemState.IN_REVIEW;
import static jobtrail.events.item.ItemState.PROOF_CHANGES_REQUESTED;
import static jobtrail.events.item.ItemState.PROOF_SENT;
import static jobtrail.events.item.ItemState.READY_FOR_PRODUCTION;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jobtrail.events.EventNames;
import jobtrail.events.item.ItemEvent;
import jobtrail.events.item.ItemState;

/** The table of moves: from where to where, what it is called, and what has to be said with it. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are never changed
enum ItemMove {
  RECEIVE_ARTWORK(
      EnumSet.of(AWAITING_ARTWORK, CUSTOMER_NOTIFIED, PROOF_CHANGES_REQUESTED),
      IN_REVIEW,
      ItemEvent.ArtworkReceived.class,
      Detail.optional("fileName", "text"),
      Detail.optional("files", "files")),
  REPORT_ISSUES(
      EnumSet.of(IN_REVIEW),
      CUSTOMER_NOTIFIED,
      ItemEvent.IssuesReported.class,
      Detail.required("issues", "texts")),
  SEND_PROOF(
      EnumSet.of(IN_REVIEW, PROOF_CHANGES_REQUESTED),
      PROOF_SENT,
      ItemEvent.ProofSent.class,
      Detail.required("proofReference", "text"),
      Detail.optional("artworkVersion", "number")),
  REQUEST_CHANGES(
      EnumSet.of(PROOF_SENT),
      PROOF_CHANGES_REQUESTED,
      ItemEvent.ProofChangesRequested.class,
      Detail.required("feedback", "text")),
  APPROVE_PROOF(
      EnumSet.of(PROOF_SENT),
      READY_FOR_PRODUCTION,
      ItemEvent.ItemApproved.class,
      Detail.required("approvedBy", "choice", "customer", "internal"),
      Detail.required("name", "text")),
  /** Without a proof there is nothing that a customer could have agreed to. */
  APPROVE_UNSEEN(
      EnumSet.of(IN_REVIEW, CUSTOMER_NOTIFIED),
      READY_FOR_PRODUCTION,
      ItemEvent.ItemApproved.class,
      Detail.required("approvedBy", "choice", "internal"),
      Detail.required("name", "text")),
  REOPEN(
      EnumSet.of(READY_FOR_PRODUCTION),
      IN_REVIEW,
      ItemEvent.ItemReopened.class,
      Detail.required("reason", "text")),
  FINISH(EnumSet.of(READY_FOR_PRODUCTION), COMPLETE, ItemEvent.ItemCompleted.class),
  CANCEL(
      EnumSet.of(
          AWAITING_ARTWORK,
          IN_REVIEW,
          CUSTOMER_NOTIFIED,
          PROOF_SENT,
          PROOF_CHANGES_REQUESTED,
          READY_FOR_PRODUCTION),
      CANCELLED,
      ItemEvent.ItemCancelled.class,
      Detail.required("reason", "text")),
  ARCHIVE(EnumSet.of(COMPLETE), ARCHIVED, ItemEvent.ItemArchived.class),
  RESTORE(EnumSet.of(ARCHIVED), COMPLETE, ItemEvent.ItemRestored.class);

  private final Set<ItemState> from;
  private final ItemState to;
  private final Class<? extends ItemEvent> event;
  private final List<Detail> details;

  ItemMove(Set<ItemState> from, ItemState to, Class<? extends ItemEvent> event, Detail... details) {
    this.from = from;
    this.to = to;
    this.event = event;
    this.details = List.of(details);
  }

  /** The one move between two states; empty when there is none. */
  static Optional<ItemMove> between(ItemState from, ItemState to) {
    return movesFrom(from).filter(move -> move.to == to).findFirst();
  }

  /** What may follow a state, in the order of the states. */
  static List<ItemMove> from(ItemState state) {
    return movesFrom(state).sorted((one, other) -> one.to.compareTo(other.to)).toList();
  }

  private static Stream<ItemMove> movesFrom(ItemState state) {
    return Stream.of(values()).filter(move -> move.from.contains(state));
  }

  ItemState to() {
    return to;
  }

  /** The name under which it will stand in the ledger. */
  String eventName() {
    return EventNames.nameOf(event).name();
  }

  List<Detail> details() {
    return details;
  }

  /** Whether it has a use for what is said under a name. */
  boolean asksFor(String name) {
    return details.stream().anyMatch(detail -> detail.name().equals(name));
  }

  /**
   * Something that is said with a move.
   *
   * @param type text, texts, number, files or choice
   * @param values what can be chosen; empty when anything can be said
   */
  record Detail(String name, boolean required, String type, List<String> values) {

    private static Detail required(String name, String type, String... values) {
      return new Detail(name, true, type, List.of(values));
    }

    private static Detail optional(String name, String type) {
      return new Detail(name, false, type, List.of());
    }
  }
}
