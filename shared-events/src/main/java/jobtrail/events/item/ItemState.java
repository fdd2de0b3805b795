package jobtrail.events.item;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far a job item has come, from the least to the most advanced. */
public enum ItemState {
  /** Nothing to print from has come yet. */
  AWAITING_ARTWORK,
  /** Artwork has come and is being checked. */
  IN_REVIEW,
  /** Issues were found in the artwork, and the customer was told. */
  CUSTOMER_NOTIFIED,
  /** A proof awaits an answer. */
  PROOF_SENT,
  /** The customer wants the proof changed. */
  PROOF_CHANGES_REQUESTED,
  /** Approved, by the customer or by the shop. */
  READY_FOR_PRODUCTION,
  /** Through all of it. */
  COMPLETE,
  /** No longer wanted. */
  CANCELLED,
  /** Complete and put away. */
  ARCHIVED;

  /** The state as it is written everywhere outside of Java, for example {@code proof_sent}. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state that a word stands for; null when there is none. */
  public static @Nullable ItemState of(String word) {
    for (ItemState state : values()) {
      if (state.word().equals(word)) {
        return state;
      }
    }
    return null;
  }

  /** What was stored, which is one of the words. */
  @JsonCreator
  static ItemState stored(String word) {
    ItemState state = of(word);
    if (state == null) {
      throw new IllegalArgumentException("No state of an item: " + word);
    }
    return state;
  }
}
