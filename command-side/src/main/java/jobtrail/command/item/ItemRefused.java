package jobtrail.command.item;

import jobtrail.command.item.JobItemState.Added;
import jobtrail.command.platform.CommandRefused;
import org.jspecify.annotations.Nullable;

/** Why something cannot be done to a job item. */
final class ItemRefused extends CommandRefused {

  private static final long serialVersionUID = 1L;

  /** The reasons, with the code and the HTTP status that tell them. */
  enum Reason {
    NOT_ADDED("item-not-found", 404),
    NOT_ALLOWED("transition-not-allowed", 409),
    DETAIL_INVALID("invalid-request", 400),
    NO_PROOF("no-proof-uploaded", 409),
    PROOF_UNKNOWN("proof-not-found", 404),
    PROOF_TAKEN("proof-reference-taken", 409),
    PROOF_OVERTAKEN("newer-proof-sent", 409),
    PAST_ANSWERING("past-answering", 409),
    LINK_UNKNOWN("link-not-found", 404),
    LINK_EXPIRED("link-expired", 410),
    LINK_SUPERSEDED("link-superseded", 410),
    LINK_WITHDRAWN("link-withdrawn", 410),
    ALREADY_ANSWERED("proof-already-answered", 409),
    NOT_SENT_YET("proof-not-sent", 409);

    private final String code;
    private final int status;

    Reason(String code, int status) {
      this.code = code;
      this.status = status;
    }
  }

  private final Reason reason;
  private final @Nullable String field;

  ItemRefused(Reason reason, String message) {
    this(reason, message, null);
  }

  private ItemRefused(Reason reason, String message, @Nullable String field) {
    super(message);
    this.reason = reason;
    this.field = field;
  }

  /** The table has no such move; tells where the item stands and where it may go. */
  static ItemRefused notAllowed(Added item, String message) {
    ItemRefused refused = new ItemRefused(Reason.NOT_ALLOWED, message);
    refused.seeing("state", item.state());
    refused.seeing("allowed", ItemMove.from(item.state()).stream().map(ItemMove::to).toList());
    return refused;
  }

  /**
   * The move is allowed, but not with what was said about it.
   *
   * @param message to be read after the field's name
   */
  static ItemRefused detail(String field, String message) {
    return new ItemRefused(Reason.DETAIL_INVALID, field + " " + message, field);
  }

  Reason reason() {
    return reason;
  }

  @Override
  public @Nullable String field() {
    return field;
  }

  @Override
  public String code() {
    return reason.code;
  }

  @Override
  public int status() {
    return reason.status;
  }
}
